package org.fairlead.cases.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// Fetches records from the services that hold them, with the caller's own token: what the caller
/// may not read cannot be frozen.
@ApplicationScoped
class SourceClient {

    private final Vertx vertx;
    private final WebClient client;
    private final SourceConfig config;
    private final ObjectMapper json;

    @Inject
    SourceClient(Vertx vertx, SourceConfig config, ObjectMapper json) {
        this.vertx = vertx;
        this.config = config;
        this.json = json;
        // Redirects would lead out of the allowed addresses.
        this.client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
    }

    /// @throws ProblemException in the Uni: `source-unavailable`, `source-unusable`, `forbidden`
    Uni<FrozenRecord> fetch(RecordAddress address, String authorization) {
        return client.getAbs(base(address.service()) + address.href())
                .putHeader("Authorization", authorization)
                .putHeader("Accept", "application/json, application/geo+json")
                .timeout(config.deadline().toMillis())
                .send()
                .onFailure()
                .transform(fault -> unavailable(address))
                .chain(response -> vertx.executeBlocking(() -> frozen(address, response), false));
    }

    private String base(String service) {
        return switch (service) {
            case "ais" -> config.aisUrl();
            case "imagery" -> config.imageryUrl();
            case "sanctions" -> config.sanctionsUrl();
            default -> throw new IllegalArgumentException("no such service: " + service);
        };
    }

    private FrozenRecord frozen(RecordAddress address, HttpResponse<Buffer> response) {
        int status = response.statusCode();
        if (status >= 500 || status == 429) {
            throw unavailable(address);
        }
        if (status == 401 || status == 403) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN,
                    "The %s service does not let you read that record."
                            .formatted(address.service()));
        }
        if (status != 200) {
            throw unusable(
                    "The %s service has no record there (it answered %d)."
                            .formatted(address.service(), status));
        }
        Buffer body = response.body();
        if (body == null || body.length() > config.largestBytes()) {
            throw unusable(
                    "The record is empty or larger than %d bytes. Narrow it, for example in time."
                            .formatted(config.largestBytes()));
        }
        return FrozenRecord.of(content(body));
    }

    private JsonNode content(Buffer body) {
        try {
            JsonNode content = json.readTree(body.getBytes());
            if (content.isContainerNode()) {
                return content;
            }
        } catch (IOException notJson) {
            // falls through to the refusal below
        }
        throw unusable("What the source answers is not a JSON record.");
    }

    private static ProblemException unusable(String detail) {
        return new ProblemException(CaseProblem.SOURCE_UNUSABLE, detail);
    }

    private static ProblemException unavailable(RecordAddress address) {
        return new ProblemException(
                CaseProblem.SOURCE_UNAVAILABLE,
                "The %s service does not answer, so nothing was frozen. Try again in a moment."
                        .formatted(address.service()));
    }
}
