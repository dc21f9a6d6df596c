package org.fairlead.cases.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An answer as it goes out, kept so that it can go out again.
///
/// @param body JSON text
public record Answer(
        int status, String body, @Nullable String location, @Nullable String entityTag) {

    /// 204.
    public static final Answer NOTHING = new Answer(204, "", null, null);

    private static final Pattern CASE =
            Pattern.compile("/api/cases/v1/cases/([0-9a-f-]{36})(/.*)?");

    /// @param body what is written as JSON
    public static Answer of(
            int status,
            Object body,
            @Nullable String location,
            @Nullable String entityTag,
            ObjectMapper json) {
        try {
            return new Answer(status, json.writeValueAsString(body), location, entityTag);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// The case it is about, as far as its location says so.
    Optional<UUID> caseId() {
        return Optional.ofNullable(location)
                .map(CASE::matcher)
                .filter(Matcher::matches)
                .map(found -> UUID.fromString(found.group(1)));
    }

    public Response response() {
        if (status == NOTHING.status) {
            return Response.noContent().build();
        }
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
