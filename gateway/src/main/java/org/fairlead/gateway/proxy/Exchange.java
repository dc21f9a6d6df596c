package org.fairlead.gateway.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.fairlead.gateway.door.Entry;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.gateway.problem.ProblemWriter;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;

/// One call on its way to a service and back.
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final long MILLIS_TO_READ_A_REFUSAL = 3_000;

    private final RoutingContext context;
    private final HttpServerRequest call;
    private final Upstream upstream;
    private final ProblemWriter problems;
    private final long bodyLimit;
    private boolean isRepeated;
    private boolean isAnswered;
    private boolean isLate;

    Exchange(RoutingContext context, Upstream upstream, ProblemWriter problems, long bodyLimit) {
        this.context = context;
        this.call = context.request();
        this.upstream = upstream;
        this.problems = problems;
        this.bodyLimit = bodyLimit;
    }

    void start(Entry entry) {
        if (announcedLength() > bodyLimit) {
            refuseTooLarge();
        } else if (upstream.breaker().admits(System.nanoTime())) {
            connect(entry);
        } else {
            refuseUnavailable();
        }
    }

    private void connect(Entry entry) {
        var options =
                new RequestOptions()
                        .setMethod(call.method())
                        .setURI(call.uri())
                        .setHeaders(Headers.toService(call.headers(), entry.accessToken()));
        upstream.request(options)
                .onSuccess(request -> send(request, entry))
                .onFailure(this::partIsAway);
    }

    private void send(HttpClientRequest request, Entry entry) {
        context.response().closeHandler(callerLeft -> leave(request));
        request.response().onSuccess(this::answer).onFailure(fault -> noAnswer(fault, entry));
        if (hasBody()) {
            sendBody(request);
        } else {
            call.resume();
            request.end();
            limitWaiting(request);
        }
    }

    private void sendBody(HttpClientRequest request) {
        if (call.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            request.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(call.getHeader(HttpHeaders.EXPECT))) {
            call.response().writeContinue();
        }
        BodyPump.run(call, request, bodyLimit)
                .onSuccess(sent -> limitWaiting(request))
                .onFailure(fault -> bodyFailed(fault, request));
    }

    private void bodyFailed(Throwable fault, HttpClientRequest request) {
        switch (fault) {
            case BodyPump.TooLarge tooLarge -> {
                refuseTooLarge();
                request.reset();
            }
            case BodyPump.CallerLeft callerLeft -> leave(request);
            // The service took no more: it has answered early, or noAnswer tells.
            default -> LOG.debugf("body not taken part=%s cause=%s", upstream.part(), fault);
        }
    }

    private void limitWaiting(HttpClientRequest request) {
        var vertx = context.vertx();
        long timer =
                vertx.setTimer(
                        upstream.config().headTimeout().toMillis(),
                        late -> {
                            isLate = true;
                            request.reset();
                        });
        request.response().onComplete(any -> vertx.cancelTimer(timer));
    }

    private void answer(HttpClientResponse answer) {
        upstream.breaker().succeeded();
        HttpServerResponse response = context.response();
        if (isAnswered || response.closed()) {
            answer.request().reset();
            return;
        }
        isAnswered = true;
        response.setStatusCode(answer.statusCode());
        Headers.toCaller(answer.headers(), response.headers());
        if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            response.setChunked(true);
        }
        if (hasBody() && !call.isEnded()) {
            closeAfterwards();
        }
        answer.pipeTo(response).onFailure(this::brokeOff);
    }

    private void brokeOff(Throwable fault) {
        LOG.debugf("answer broke off part=%s cause=%s", upstream.part(), fault);
        // The head is out: an abrupt end is the only way left to say that the rest is missing.
        call.connection().close();
    }

    private void noAnswer(Throwable fault, Entry entry) {
        if (isAnswered || context.response().closed()) {
            upstream.breaker().toldNothing();
        } else if (!isRepeated && !isLate && REPEATABLE.contains(call.method()) && !hasBody()) {
            // A kept connection that the service closed at this moment: reading twice is harmless.
            isRepeated = true;
            connect(entry);
        } else {
            partIsAway(fault);
        }
    }

    private void partIsAway(Throwable fault) {
        LOG.warnf("part is away part=%s cause=%s", upstream.part(), fault);
        upstream.breaker().failed(System.nanoTime());
        refuseUnavailable();
    }

    private void leave(HttpClientRequest request) {
        if (!isAnswered) {
            isAnswered = true;
            request.reset();
        }
    }

    private void refuseUnavailable() {
        long seconds = Math.max(1, upstream.config().openFor().toSeconds());
        context.response().putHeader("Retry-After", "" + seconds);
        refuse(() ->
                problems.refuse(
                        context,
                        GatewayProblem.PART_UNAVAILABLE,
                        "The part \"%s\" does not answer. The others go on; try again in %d s."
                                .formatted(upstream.part(), seconds)));
    }

    private void refuseTooLarge() {
        refuse(() ->
                problems.refuse(
                        context,
                        ServiceProblem.TOO_LARGE,
                        "This address takes %d bytes at most. Send it in parts."
                                .formatted(bodyLimit)));
    }

    private void refuse(Runnable writing) {
        if (isAnswered) {
            return;
        }
        isAnswered = true;
        if (!call.isEnded() && hasBody()) {
            closeAfterwards();
        }
        writing.run();
    }

    /// The caller is still sending. What comes is read and dropped for a moment, because closing at
    /// once would take away the answer with it.
    private void closeAfterwards() {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        context.addEndHandler(answered ->
                context.vertx()
                        .setTimer(MILLIS_TO_READ_A_REFUSAL, late -> call.connection().close()));
        call.resume();
    }

    private boolean hasBody() {
        return announcedLength() > 0 || call.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private long announcedLength() {
        String length = call.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
