package org.fairlead.imagery.candidate;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fairlead.association.hull.HullLikelihood;
import org.fairlead.association.transmitting.Matching;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.ranking.RankingConfig;
import org.fairlead.imagery.sighting.SightingConfig;
import org.fairlead.imagery.sighting.SightingReading;
import org.fairlead.imagery.sighting.SightingRules;
import org.fairlead.imagery.verdict.SilentCandidates;
import org.fairlead.imagery.verdict.VerdictConfig;
import org.fairlead.imagery.verdict.VerdictQueryStore;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Which ships a sighting can be: silent ones by verdict, transmitting ones from the ais service.
@Path("/api/imagery/v1")
public class CandidateResource {

    private static final Logger LOG = Logger.getLogger(CandidateResource.class);

    private static final int LISTED = 200;
    private static final int MOST_LISTED = 1_000;

    private final VerdictQueryStore verdicts;
    private final CompetitionStore scenes;
    private final TransmittingMatches matching;
    private final SightingRules rules;
    private final CandidateConfig config;
    private final AisClient ais;
    private final CallerProducer callers;
    private final AtomicBoolean isAisAway = new AtomicBoolean();

    @Inject
    CandidateResource(
            VerdictQueryStore verdicts,
            CompetitionStore scenes,
            SightingConfig sightings,
            CandidateConfig config,
            MatchConfig matches,
            RankingConfig ranking,
            VerdictConfig verdictConfig,
            @RestClient AisClient ais,
            CallerProducer callers) {
        this.verdicts = verdicts;
        this.scenes = scenes;
        this.matching =
                new TransmittingMatches(
                        new Matching(
                                matches.settings(),
                                new HullLikelihood(
                                        ranking.hull(verdictConfig.unstatedLengthErrorMetres()))));
        this.rules = new SightingRules(sightings);
        this.config = config;
        this.ais = ais;
        this.callers = callers;
    }

    @GET
    @Path("sightings/{id}/candidates")
    @Operation(
            summary = "Which ship can this be, and which can it not",
            description =
                    "Silent ships with verdict, proof, likelihood, posterior, chance rate and an explanation, the likeliest first, then the nearest that it cannot be; ships that transmitted with a label. The posteriors listed, `posteriorOfUnlisted` and that of a ship that never transmits sum to 1.")
    public Uni<Candidates> ofSighting(
            @PathParam("id") UUID id,
            @HeaderParam("Authorization") String authorization,
            @Parameter(description = "How many silent ships are listed, 1 to 1000; 200 unless told")
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        var unused = callers.member();
        int most = limit(limit);
        return verdicts.sighting(id)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(sighting ->
                        verdicts.candidates(sighting, most)
                                .chain(silent -> answer(id, sighting, silent, authorization)));
    }

    @POST
    @Path("what-if")
    @Operation(
            summary = "Who could have been here then? Nothing is recorded",
            description =
                    "A place and a time, with whatever is known of the hull; answered as for a sighting.")
    public Uni<Candidates> whatIf(
            @Nullable WhatIf question,
            @HeaderParam("Authorization") String authorization,
            @QueryParam("limit") @Nullable Integer limit) {
        var unused = callers.member();
        int most = limit(limit);
        if (question == null) {
            throw ProblemException.invalid("/", "a place and a time are expected in the body");
        }
        return switch (rules.read(question.asSighting(), Instant.now())) {
            case SightingReading.Faulty(var errors) -> throw ProblemException.invalid(errors);
            case SightingReading.Valid(var seen) ->
                    verdicts.unstoredCandidates(seen.sighting(), most)
                            .chain(silent -> answer(null, seen.sighting(), silent, authorization));
        };
    }

    private static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return LISTED;
        }
        if (asked < 1 || asked > MOST_LISTED) {
            throw ProblemException.invalid("limit", "expected 1 to " + MOST_LISTED);
        }
        return asked;
    }

    private Uni<Candidates> answer(
            @Nullable UUID id, Sighting sighting, SilentCandidates silent, String authorization) {
        return scenes.around(sighting)
                .chain(around ->
                        near(sighting, around, authorization)
                                .chain(near -> labelled(sighting, around, near))
                                .map(near -> {
                                    isAisAway.set(false);
                                    return candidates(
                                            id, silent, near, Candidates.TransmittingState.OK);
                                }))
                .onFailure()
                .recoverWithItem(fault -> {
                    // Once per absence, not once per question.
                    if (isAisAway.compareAndSet(false, true)) {
                        LOG.warnf("candidates without transmitting ships cause=%s", fault);
                    }
                    return candidates(
                            id, silent, List.of(), Candidates.TransmittingState.UNAVAILABLE);
                });
    }

    /// Wide enough for every sighting that competes for the same ships.
    private Uni<NearbyVessels> near(
            Sighting sighting, List<Sighting> around, String authorization) {
        return ais.near(
                        authorization,
                        sighting.latitudeDegrees(),
                        sighting.longitudeDegrees(),
                        TransmittingMatches.middle(sighting).toString(),
                        Math.min(
                                config.mostRadiusNauticalMiles(),
                                config.radiusNauticalMiles()
                                        + CompetitionStore.farthestMiles(sighting, around)))
                .ifNoItem()
                .after(config.deadline())
                .fail();
    }

    private Uni<List<NearbyVessels.Nearby>> labelled(
            Sighting sighting, List<Sighting> around, NearbyVessels near) {
        return scenes.vessels(near.items().stream().map(one -> one.vessel().mmsi()).toList())
                .map(known ->
                        matching.of(sighting, around, near.items(), known).stream()
                                .filter(one ->
                                        one.distanceNauticalMiles() <= config.radiusNauticalMiles())
                                .toList());
    }

    private static Candidates candidates(
            @Nullable UUID id,
            SilentCandidates silent,
            List<NearbyVessels.Nearby> near,
            Candidates.TransmittingState state) {
        return new Candidates(
                id,
                Verdict.SEA_LOWER_BOUND,
                silent.silent(),
                silent.counts(),
                silent.neverTransmitting(),
                silent.posteriorOfUnlisted(),
                near,
                state);
    }
}
