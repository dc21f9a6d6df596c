package org.fairlead.gateway.event;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Tells whoever listens what changed in the teams they are in.
@Path("/api/events/v1")
@Authenticated
public class EventResource {

    private static final long RECONNECT_MILLIS = 2_000;

    private final ChangeStream stream;
    private final EventConfig config;
    private final CallerProducer callers;
    private final SecurityIdentity identity;

    EventResource(
            ChangeStream stream,
            EventConfig config,
            CallerProducer callers,
            SecurityIdentity identity) {
        this.stream = stream;
        this.config = config;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Changes as they happen",
            description =
                    "Server-sent events: `event` is the kind, `data` ids only. `ready` comes first; "
                            + "after `resync` read everything again. `Last-Event-ID` replays what was missed.")
    public Multi<OutboundSseEvent> events(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        RecentChanges changes =
                stream.changes()
                        .orElseThrow(() ->
                                new ProblemException(
                                        GatewayProblem.PART_UNAVAILABLE,
                                        "Changes cannot be read yet. Try again in a moment."));
        Set<String> teams = callers.member().teams().keySet();
        var seen = Position.parse(lastEventId, changes.partitions());
        boolean isLost = lastEventId != null && !lastEventId.isBlank() && seen.isEmpty();
        Multi<OutboundSseEvent> notices =
                Multi.createFrom()
                        .<OutboundSseEvent>emitter(
                                emitter ->
                                        follow(
                                                changes,
                                                seen.orElse(null),
                                                isLost,
                                                teams,
                                                new Sender(sse, emitter)),
                                config.waiting());
        Multi<OutboundSseEvent> keepAlive =
                Multi.createFrom()
                        .ticks()
                        .every(config.keepAlive())
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(notices, keepAlive).select().first(life());
    }

    /// Until the token ends: the next connection is asked again who it is and what it may see.
    private Duration life() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Duration left =
                    Duration.between(
                            Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
            return left.compareTo(config.longest()) < 0 && left.isPositive()
                    ? left
                    : config.longest();
        }
        return config.longest();
    }

    private static void follow(
            RecentChanges changes,
            @Nullable Position seen,
            boolean isLost,
            Set<String> teams,
            Sender sender) {
        Consumer<Change> listener =
                change -> {
                    if (teams.contains(change.content().team())) {
                        sender.send(change);
                    }
                };
        sender.onEnd(() -> changes.unsubscribe(listener));
        synchronized (changes) {
            // Held, so that no new change overtakes the missed ones.
            var beginning = changes.subscribe(seen, listener);
            boolean isComplete = beginning.isComplete() && !isLost;
            sender.send(
                    isComplete ? Notice.ready() : Notice.resync(),
                    isComplete ? beginning.position() : changes.newest());
            if (isComplete) {
                beginning.missed().forEach(listener);
            }
        }
    }

    /// Writes notices of one connection.
    private record Sender(Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {

        void onEnd(Runnable action) {
            var _ = emitter.onTermination(action);
        }

        void send(Change change) {
            send(Notice.of(change.content()), change.position());
        }

        void send(Notice notice, Position position) {
            var _ =
                    emitter.emit(
                            sse.newEventBuilder()
                                    .id(position.text())
                                    .name(notice.kind())
                                    .reconnectDelay(RECONNECT_MILLIS)
                                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                    .data(Notice.class, notice)
                                    .build());
        }
    }
}
