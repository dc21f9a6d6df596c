package org.fairlead.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;

/// Moves a body from the caller to a service as fast as the service takes it, and no further than
/// the limit. What cannot be sent on is read and dropped, so that the caller gets to hear why.
final class BodyPump {

    /// The body went over the limit.
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("body over the limit", null, false, false);
        }
    }

    /// Whoever was sending it went away.
    static final class CallerLeft extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CallerLeft(Throwable cause) {
            super("the caller left", cause, false, false);
        }
    }

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final Promise<Void> done = Promise.promise();
    private long passed;

    private BodyPump(HttpServerRequest from, HttpClientRequest to, long limit) {
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    static Future<Void> run(HttpServerRequest from, HttpClientRequest to, long limit) {
        return new BodyPump(from, to, limit).run();
    }

    private Future<Void> run() {
        to.exceptionHandler(done::tryFail);
        from.exceptionHandler(fault -> done.tryFail(new CallerLeft(fault)));
        from.handler(this::pass);
        from.endHandler(end -> to.end().onSuccess(done::tryComplete).onFailure(done::tryFail));
        done.future().onFailure(fault -> from.resume());
        from.resume();
        return done.future();
    }

    private void pass(Buffer chunk) {
        if (done.future().isComplete()) {
            return;
        }
        passed += chunk.length();
        if (passed > limit) {
            done.tryFail(new TooLarge());
            return;
        }
        to.write(chunk).onFailure(done::tryFail);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }
}
