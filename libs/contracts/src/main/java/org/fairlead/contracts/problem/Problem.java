package org.fairlead.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RFC 9457 `application/problem+json`, as every service answers a refusal.
///
/// @param detail what happened and what to do next, for a person
/// @param code the last part of `type`, for a program
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        List<FieldError> errors,
        @Nullable String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static String typeOf(String code) {
        return "urn:problem:" + code;
    }
}
