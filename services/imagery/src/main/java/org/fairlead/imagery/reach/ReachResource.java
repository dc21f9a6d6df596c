package org.fairlead.imagery.reach;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.imagery.absence.AbsenceStore;
import org.fairlead.imagery.sea.Sea;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.SilenceStore;
import org.fairlead.imagery.verdict.ExclusionSpeed;
import org.fairlead.imagery.verdict.VerdictConfig;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.place.Places;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.reach.ReachQuestion;
import org.fairlead.seas.water.Gates;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.json.TimeRange;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// The reachable set of a silence, or of any two ends, times and speed. Nothing is kept.
@Path("/api/imagery/v1/reachable")
public class ReachResource {

    private final Sea sea;
    private final SilenceStore silences;
    private final ReachConfig config;
    private final AbsenceStore absences;
    private final VerdictConfig verdicts;
    private final ExclusionSpeed speed;
    private final CallerProducer callers;

    @Inject
    ReachResource(
            Sea sea,
            SilenceStore silences,
            ReachConfig config,
            AbsenceStore absences,
            VerdictConfig verdicts,
            CallerProducer callers) {
        this.sea = sea;
        this.silences = silences;
        this.config = config;
        this.absences = absences;
        this.verdicts = verdicts;
        this.speed = new ExclusionSpeed(verdicts);
        this.callers = callers;
    }

    @GET
    @Produces({"application/json", "application/geo+json;qs=0.5"})
    @Operation(
            summary =
                    "Where a ship can have been in a silence, by sea: cells and ports with times, ports only a straight line admits, and how many runs fit",
            description =
                    "Of the whole silence as a union, or of one instant with `at`. Ask by `activity`, the id of a silence, or by two ends, times and a speed. Each port carries the clear scenes in which a ship of her length would have been seen and was not.")
    public Uni<ReachView> reachable(
            @QueryParam("activity") @Nullable UUID activity,
            @QueryParam("from") @Nullable String from,
            @QueryParam("since") @Nullable String since,
            @QueryParam("to") @Nullable String to,
            @QueryParam("until") @Nullable String until,
            @QueryParam("speedKnots") @Nullable String speedKnots,
            @QueryParam("at") @Nullable String at,
            @QueryParam("close") @Nullable List<String> close,
            @QueryParam("cells") @Nullable Boolean cells,
            @QueryParam("runFrom") @Nullable String runFrom,
            @QueryParam("runTo") @Nullable String runTo,
            @QueryParam("lengthMetres") @Nullable String lengthMetres) {
        var unused = callers.member();
        if (!sea.isReady()) {
            throw new ProblemException(
                    ServiceProblem.UNAVAILABLE,
                    sea.isUnusable()
                            ? "The graph of navigable water cannot be opened: build it with ./fairlead sea build, then start the imagery service anew."
                            : "The sea is still being loaded, at most two minutes after a first start; try again then.");
        }
        var closed = gates(close == null ? List.of() : close);
        var moment = at == null || at.isBlank() ? null : instant("at", at);
        Port load = port("runFrom", runFrom == null ? config.runFrom() : runFrom);
        Port unload = port("runTo", runTo == null ? config.runTo() : runTo);
        return question(activity, from, since, to, until, speedKnots, length(lengthMetres))
                .chain(asked ->
                        absences.during(asked.question().since(), asked.question().until())
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(scenes ->
                                        new ReachAnswer(
                                                        sea.distances(closed),
                                                        sea.ports(),
                                                        config,
                                                        scenes,
                                                        asked.lengthsMetres())
                                                .of(
                                                        asked.question(),
                                                        moment,
                                                        cells == null || cells,
                                                        load,
                                                        unload)));
    }

    /// @param lengthsMetres of the ship, empty where they are not known
    private record Asked(ReachQuestion question, int[] lengthsMetres) {}

    private static int[] length(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new int[0];
        }
        try {
            double metres = Double.parseDouble(text.strip());
            if (metres >= 1 && metres <= 500) {
                return new int[] {(int) Math.round(metres)};
            }
        } catch (NumberFormatException noNumber) {
            // Named below.
        }
        throw ProblemException.invalid("lengthMetres", "expected a number from 1 to 500");
    }

    private Uni<Asked> question(
            @Nullable UUID activity,
            @Nullable String from,
            @Nullable String since,
            @Nullable String to,
            @Nullable String until,
            @Nullable String speedKnots,
            int[] lengthsMetres) {
        if (activity != null) {
            return silences.find(activity)
                    .map(found -> found.orElseThrow(ProblemException::notFound))
                    .map(known ->
                            new Asked(
                                    ofSilence(known, speedKnots),
                                    lengthsMetres.length == 0 ? lengths(known) : lengthsMetres));
        }
        return switch (new ReachRequest(new Places(sea.ports()))
                .read(from, since, to, until, speedKnots)) {
            case ReachRequest.Reading.Faulty(var errors) -> throw ProblemException.invalid(errors);
            case ReachRequest.Reading.Valid(var question) ->
                    Uni.createFrom().item(new Asked(question, lengthsMetres));
        };
    }

    private static int[] lengths(KnownSilence known) {
        return known.vessel() == null
                ? new int[0]
                : known.vessel().lengthsMetres().stream().mapToInt(Integer::intValue).toArray();
    }

    private ReachQuestion ofSilence(KnownSilence known, @Nullable String speedKnots) {
        Silence silence = known.silence();
        ReportedPosition end = silence.end();
        Instant until =
                end == null ? silence.start().at().plus(verdicts.openSilenceHorizon()) : end.at();
        try {
            return new ReachQuestion(
                    place(silence.start()),
                    silence.start().at(),
                    end == null ? null : place(end),
                    until,
                    speedKnots == null ? speed.knots(known) : Double.parseDouble(speedKnots));
        } catch (NumberFormatException noNumber) {
            throw ProblemException.invalid("speedKnots", "expected a number above 0 and up to 60");
        } catch (IllegalArgumentException outside) {
            throw ProblemException.invalid("speedKnots", String.valueOf(outside.getMessage()));
        }
    }

    private static Place place(ReportedPosition position) {
        return new Place(position.latitudeDegrees(), position.longitudeDegrees());
    }

    private Port port(String field, String id) {
        return sea.ports()
                .byId(id)
                .orElseThrow(() ->
                        ProblemException.invalid(field, "expected the id of a port, not " + id));
    }

    private static List<String> gates(List<String> names) {
        return names.stream()
                .map(name ->
                        Gates.called(name)
                                .orElseThrow(() ->
                                        ProblemException.invalid(
                                                "close", "expected a gate, not " + name))
                                .id())
                .toList();
    }

    private static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.invalid(field, TimeRange.sentence());
        }
    }
}
