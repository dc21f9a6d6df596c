package org.fairlead.imagery.port;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.fairlead.seas.port.SilentPort;
import org.fairlead.seas.port.SilentPorts;
import org.fairlead.service.caller.CallerProducer;
import org.jspecify.annotations.Nullable;

/// Silent ports as GeoJSON.
@Path("/api/imagery/v1")
public class PortResource {

    private final SilentPorts register = SilentPorts.register();
    private final CallerProducer callers;

    @Inject
    PortResource(CallerProducer callers) {
        this.callers = callers;
    }

    @GET
    @Path("ports")
    @Produces({"application/geo+json", "application/json"})
    public Features ports(@QueryParam("q") @Nullable String q) {
        callers.member();
        var found = q == null || q.isBlank() ? register.all() : register.called(q);
        return new Features(
                "FeatureCollection", found.stream().map(PortResource::feature).toList());
    }

    private static Feature feature(SilentPort port) {
        return new Feature(
                "Feature",
                port.id(),
                new Point(
                        "Point",
                        List.of(port.place().longitudeDegrees(), port.place().latitudeDegrees())),
                new Properties(
                        port.name(),
                        port.aliases(),
                        port.kind().slug(),
                        port.radiusNauticalMiles(),
                        port.country().isEmpty() ? null : port.country(),
                        port.whyAisMissesIt(),
                        port.source()));
    }

    public record Features(String type, List<Feature> features) {}

    public record Feature(String type, String id, Point geometry, Properties properties) {}

    public record Point(String type, List<Double> coordinates) {}

    public record Properties(
            String name,
            List<String> aliases,
            String kind,
            double radiusNauticalMiles,
            @Nullable String country,
            String whyAisMissesIt,
            String source) {}
}
