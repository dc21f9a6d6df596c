package org.fairlead.cases.request;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// An answer as it goes out, kept so that it can go out again.
///
/// @param body JSON text
public record Answer(
        int status, String body, @Nullable String location, @Nullable String entityTag) {

    public Response response() {
        var response = Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
        if (location != null) {
            response.header("Location", location);
        }
        if (entityTag != null) {
            response.header("ETag", entityTag);
        }
        return response.build();
    }
}
