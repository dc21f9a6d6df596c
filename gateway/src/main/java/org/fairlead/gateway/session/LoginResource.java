package org.fairlead.gateway.session;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Where a browser logs in and out. The extension does both; what arrives here has a session, or
/// has none left.
@Path("/")
class LoginResource {

    static final String LOGOUT = "/logout";

    @GET
    @Path("login")
    @Authenticated
    @Operation(hidden = true)
    public Response login(@QueryParam("to") @Nullable String to) {
        return Response.seeOther(URI.create(ReturnPath.of(to))).build();
    }

    @GET
    @Path("logout")
    @Operation(hidden = true)
    public Response loggedOut() {
        return Response.seeOther(URI.create("/")).build();
    }
}
