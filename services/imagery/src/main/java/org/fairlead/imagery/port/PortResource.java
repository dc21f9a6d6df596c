package org.fairlead.imagery.port;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.fairlead.contracts.problem.Page;
import org.fairlead.seas.port.SilentPort;
import org.fairlead.seas.port.SilentPorts;
import org.fairlead.service.caller.CallerProducer;
import org.jspecify.annotations.Nullable;

/// Silent ports: a list, or GeoJSON where that is asked for. The register is small, so both come
/// whole.
@Path("/api/imagery/v1/ports")
public class PortResource {

    private final SilentPorts register = SilentPorts.register();
    private final CallerProducer callers;

    @Inject
    PortResource(CallerProducer callers) {
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<PortView> list(@QueryParam("q") @Nullable String q) {
        return new Page<>(found(q).stream().map(PortView::of).toList(), null);
    }

    @GET
    @Produces("application/geo+json;qs=0.5")
    public PortFeatures features(@QueryParam("q") @Nullable String q) {
        return PortFeatures.of(found(q));
    }

    private List<SilentPort> found(@Nullable String q) {
        callers.member();
        return q == null || q.isBlank() ? register.all() : register.called(q);
    }
}
