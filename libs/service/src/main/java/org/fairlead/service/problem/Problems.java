package org.fairlead.service.problem;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.contracts.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Makes the answer of a refusal.
public final class Problems {

    private Problems() {}

    public static Response response(
            ProblemType type, String detail, List<FieldError> errors, @Nullable String instance) {
        return Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(of(type, detail, errors, instance))
                .build();
    }

    public static Problem of(
            ProblemType type, String detail, List<FieldError> errors, @Nullable String instance) {
        return new Problem(
                Problem.typeOf(type.code()),
                type.title(),
                type.status(),
                detail,
                type.code(),
                instance,
                errors,
                traceId());
    }

    static @Nullable String traceId() {
        var context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }
}
