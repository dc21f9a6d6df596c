package org.fairlead.gateway.event;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Tells whoever listens what changed: in the cases they see, and in the inboxes of their teams.
@Path("/api/events/v1")
@Authenticated
public class EventResource {

    private static final long RECONNECT_MILLIS = 2_000;

    /// Cases asked about at once.
    private static final int BATCH = 100;

    private final ChangeStream stream;
    private final CaseAccessClient access;
    private final PositionSeal positions;
    private final EventConfig config;
    private final CallerProducer callers;
    private final SecurityIdentity identity;

    EventResource(
            ChangeStream stream,
            CaseAccessClient access,
            PositionSeal positions,
            EventConfig config,
            CallerProducer callers,
            SecurityIdentity identity) {
        this.stream = stream;
        this.access = access;
        this.positions = positions;
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
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @HeaderParam(CallerProducer.TEAM_HEADER) @Nullable String teamHeader,
            @QueryParam("team") @Nullable String teamParameter,
            @Context Sse sse) {
        RecentChanges changes =
                stream.changes()
                        .orElseThrow(() ->
                                new ProblemException(
                                        GatewayProblem.PART_UNAVAILABLE,
                                        "Changes cannot be read yet. Try again in a moment."));
        Set<String> teams = teams(teamHeader == null ? teamParameter : teamHeader);
        var seen = positions.open(lastEventId, changes.partitions());
        boolean isLost = lastEventId != null && !lastEventId.isBlank() && seen.isEmpty();
        String token = token();
        Multi<OutboundSseEvent> notices =
                Multi.createFrom()
                        .<Told>emitter(
                                emitter -> follow(changes, seen.orElse(null), isLost, emitter),
                                config.waiting())
                        .group()
                        .intoLists()
                        .of(BATCH, config.gather())
                        .onItem()
                        .transformToUniAndConcatenate(batch -> shown(batch, teams, token))
                        .onItem()
                        .transformToIterable(batch -> batch)
                        .map(told -> event(sse, told));
        Multi<OutboundSseEvent> keepAlive =
                Multi.createFrom()
                        .ticks()
                        .every(config.keepAlive())
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy()
                .merging()
                .streams(notices, keepAlive)
                .select()
                .first(life())
                // Ended, not failed: the reader comes again with its last id and misses nothing.
                .onFailure(IllegalStateException.class)
                .recoverWithCompletion();
    }

    /// The one acted for; without one named, all of the reader's.
    private Set<String> teams(@Nullable String named) {
        return named == null || named.isBlank()
                ? callers.member().teams().keySet()
                : Set.of(callers.actingTeam(named));
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

    private String token() {
        var credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null) {
            return credential.getToken();
        }
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getRawToken() : "";
    }

    /// What this reader may be told now: of a case, whoever sees it today; of a lead in no case,
    /// whoever sees that, acting for a team asked for. Not as it was when the change was made.
    private Uni<List<Told>> shown(List<Told> batch, Set<String> teams, String token) {
        var things =
                batch.stream()
                        .flatMap(told -> told.about().stream())
                        .map(change -> Thing.of(change.content()))
                        .distinct()
                        .toList();
        Uni<Set<Thing>> visible =
                things.isEmpty()
                        ? Uni.createFrom().item(Set.of())
                        : access.visible(token, teams, things)
                                .onFailure()
                                .transform(fault ->
                                        new IllegalStateException(
                                                "nobody says who sees it", fault));
        return visible.map(seen -> batch.stream().filter(told -> isShown(told, seen)).toList());
    }

    private static boolean isShown(Told told, Set<Thing> seen) {
        return told.about().map(change -> seen.contains(Thing.of(change.content()))).orElse(true);
    }

    private static void follow(
            RecentChanges changes,
            @Nullable Position seen,
            boolean isLost,
            MultiEmitter<? super Told> emitter) {
        Consumer<Change> listener =
                change -> {
                    var _ = emitter.emit(Told.of(change));
                };
        var _ = emitter.onTermination(() -> changes.unsubscribe(listener));
        synchronized (changes) {
            // Held, so that no new change overtakes the missed ones.
            var beginning = changes.subscribe(seen, listener);
            boolean isComplete = beginning.isComplete() && !isLost;
            var _ =
                    emitter.emit(
                            isComplete
                                    ? new Told(Notice.ready(), beginning.position(), null)
                                    : new Told(Notice.resync(), changes.newest(), null));
            if (isComplete) {
                beginning.missed().forEach(listener);
            }
        }
    }

    private OutboundSseEvent event(Sse sse, Told told) {
        return sse.newEventBuilder()
                .id(positions.seal(told.position()))
                .name(told.notice().kind())
                .reconnectDelay(RECONNECT_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Notice.class, told.notice())
                .build();
    }
}
