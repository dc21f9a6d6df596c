package org.fairlead.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.fairlead.contracts.problem.Problem;
import org.fairlead.service.problem.ProblemType;
import org.fairlead.service.problem.Problems;

/// Writes a refusal on a route that is not a resource.
@Singleton
public class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /// Ends the response; nothing happens when it has begun already.
    public void refuse(RoutingContext context, ProblemType type, String detail) {
        HttpServerResponse response = context.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        response.headers().remove(HttpHeaders.LOCATION);
        response.headers().remove(HttpHeaders.CONTENT_LENGTH);
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(body(context, type, detail));
    }

    private Buffer body(RoutingContext context, ProblemType type, String detail) {
        try {
            var problem = Problems.of(type, detail, List.of(), context.request().path());
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
