package org.fairlead.gateway.overview;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How each part is.
@Path("/api/status")
@Authenticated
public class StatusResource {

    private final PartClient client;
    private final OverviewConfig config;

    StatusResource(PartClient client, OverviewConfig config) {
        this.client = client;
        this.config = config;
    }

    /// @param status `up` or `down`
    public record PartStatus(String name, String status) {}

    /// All of them.
    public record Status(List<PartStatus> parts) {}

    @GET
    @Operation(summary = "Health of each part")
    public Uni<Status> status() {
        var asked = new ArrayList<Uni<PartStatus>>();
        asked.add(Uni.createFrom().item(new PartStatus("gateway", "up")));
        asked.add(ask("identity-provider", config.identityProvider()));
        client.parts().forEach((name, uri) -> asked.add(ask(name, uri + "/q/health/ready")));
        return Uni.join().all(asked).andFailFast().map(Status::new);
    }

    private Uni<PartStatus> ask(String name, String address) {
        return client.isWell(address).map(isWell -> new PartStatus(name, isWell ? "up" : "down"));
    }
}
