package org.fairlead.service.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a resource throws into a problem. What nobody foresaw is logged once with its
/// trace id, and the caller is told nothing of the inside.
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response refused(ProblemException refusal, UriInfo uri) {
        return Problems.response(refusal.type(), refusal.detail(), refusal.errors(), uri.getPath());
    }

    @ServerExceptionMapper
    @Priority(1)
    Response unauthenticated(UnauthorizedException refusal, UriInfo uri) {
        return unauthenticated(uri);
    }

    @ServerExceptionMapper
    @Priority(1)
    Response unauthenticated(AuthenticationFailedException refusal, UriInfo uri) {
        return unauthenticated(uri);
    }

    private static Response unauthenticated(UriInfo uri) {
        return Response.fromResponse(
                        Problems.response(
                                ServiceProblem.UNAUTHENTICATED,
                                "The token is missing, expired, or not from this platform. Get a new one and try again.",
                                List.of(),
                                uri.getPath()))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    @Priority(1)
    Response forbidden(ForbiddenException refusal, UriInfo uri) {
        return Problems.response(
                ServiceProblem.FORBIDDEN,
                "Your roles do not allow this.",
                List.of(),
                uri.getPath());
    }

    /// Named by itself: Quarkus brings a mapper of this narrower type, which would answer first.
    @ServerExceptionMapper
    @Priority(1)
    Response mismatched(MismatchedInputException fault, UriInfo uri) {
        return unreadable(fault, uri);
    }

    @ServerExceptionMapper
    @Priority(1)
    Response unreadable(JacksonException fault, UriInfo uri) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                    faulty(pointer(unknown), "unknown field; known here: " + known(unknown), uri);
            case InvalidFormatException value ->
                    faulty(pointer(value), "expected " + expected(value.getTargetType()), uri);
            case JsonMappingException mapping -> faulty(pointer(mapping), plain(mapping), uri);
            case JsonParseException syntax ->
                    Problems.response(
                            ServiceProblem.MALFORMED,
                            "Not valid JSON at line %d, column %d."
                                    .formatted(
                                            syntax.getLocation().getLineNr(),
                                            syntax.getLocation().getColumnNr()),
                            List.of(),
                            uri.getPath());
            default ->
                    Problems.response(
                            ServiceProblem.MALFORMED,
                            "The body is not readable as JSON.",
                            List.of(),
                            uri.getPath());
        };
    }

    private static Response faulty(String pointer, String detail, UriInfo uri) {
        var refusal = ProblemException.invalid(pointer, detail);
        return Problems.response(refusal.type(), refusal.detail(), refusal.errors(), uri.getPath());
    }

    private static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var names = unknown.getKnownPropertyIds();
        return names == null
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant ->
                                    ((Enum<?>) constant)
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        if (type == java.time.Instant.class) {
            return "a UTC time such as 2024-02-09T04:30:00Z";
        }
        if (type == java.util.UUID.class) {
            return "a UUID";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? "a number"
                : "a " + type.getSimpleName();
    }

    private static String plain(JsonMappingException fault) {
        return fault.getCause() instanceof IllegalArgumentException cause
                        && cause.getMessage() != null
                ? cause.getMessage()
                : "not of the expected type";
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, UriInfo uri) {
        if (refusal.getCause() instanceof JacksonException json) {
            return unreadable(json, uri);
        }
        if (refusal instanceof NotFoundException
                && refusal.getCause() instanceof IllegalArgumentException fault) {
            var parameter = parameterIn(fault, uri);
            if (parameter.isPresent()) {
                return faulty(parameter.get(), "expected a whole number", uri);
            }
        }
        int status = refusal.getResponse().getStatus();
        if (status < 400) {
            return refusal.getResponse();
        }
        for (ServiceProblem type : ServiceProblem.values()) {
            if (type.status() == status) {
                return Problems.response(type, detail(type), List.of(), uri.getPath());
            }
        }
        return status >= 500
                ? unforeseen(refusal, uri)
                : Problems.response(
                        ServiceProblem.MALFORMED,
                        detail(ServiceProblem.MALFORMED),
                        List.of(),
                        uri.getPath());
    }

    /// JAX-RS answers 404 for a query parameter it cannot convert, and does not say which.
    private static Optional<String> parameterIn(IllegalArgumentException fault, UriInfo uri) {
        String said = String.valueOf(fault.getMessage());
        return uri.getQueryParameters().entrySet().stream()
                .filter(parameter ->
                        parameter.getValue().stream()
                                .anyMatch(value -> !value.isEmpty() && said.contains(value)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String detail(ServiceProblem type) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing here under that id.";
            case UNSUPPORTED_MEDIA_TYPE ->
                    "This address takes another content type: see the API description.";
            case METHOD_NOT_ALLOWED -> "This address has another method: see the API description.";
            case NOT_ACCEPTABLE -> "Ask for another format: see the API description.";
            case TOO_LARGE -> "The body is larger than this address takes. Send it in parts.";
            case UNAVAILABLE -> "A part of the platform is away. Try again in a moment.";
            default -> "The request does not fit this address: see the API description.";
        };
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable fault, UriInfo uri) {
        LOG.errorf(fault, "unforeseen path=%s", uri.getPath());
        return Problems.response(
                ServiceProblem.INTERNAL,
                "It has been logged. Quote the trace id when you report it.",
                List.of(),
                uri.getPath());
    }
}
