package org.fairlead.cases.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.EntityTags;
import org.jspecify.annotations.Nullable;

/// A case on its way out, with its entity tag.
public final class CaseAnswers {

    private CaseAnswers() {}

    static Response ok(CaseFile view) {
        return Response.ok(view, MediaType.APPLICATION_JSON)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }

    /// The same, to be kept for when the request comes again.
    public static Answer changed(CaseFile view, ObjectMapper json) {
        return Answer.of(200, view, null, EntityTags.of(view.version()), json);
    }

    public static Answer created(CaseFile view, CaseRef ref, ObjectMapper json) {
        return created(view, ref.path(), EntityTags.of(view.version()), json);
    }

    public static Answer created(
            Object body, String location, @Nullable String entityTag, ObjectMapper json) {
        return Answer.of(201, body, location, entityTag, json);
    }
}
