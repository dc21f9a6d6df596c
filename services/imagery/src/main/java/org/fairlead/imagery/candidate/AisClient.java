package org.fairlead.imagery.candidate;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// The ais service, asked with the caller's own token.
@RegisterRestClient(configKey = "ais")
@Path("/api/ais/v1")
interface AisClient {

    @GET
    @Path("vessels/near")
    Uni<NearbyVessels> near(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("latitudeDegrees") double latitudeDegrees,
            @QueryParam("longitudeDegrees") double longitudeDegrees,
            @QueryParam("at") String at,
            @QueryParam("radiusNauticalMiles") double radiusNauticalMiles);
}
