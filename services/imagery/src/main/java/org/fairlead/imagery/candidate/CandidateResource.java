package org.fairlead.imagery.candidate;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.sighting.SightingConfig;
import org.fairlead.imagery.sighting.SightingReading;
import org.fairlead.imagery.sighting.SightingRules;
import org.fairlead.imagery.verdict.VerdictQueryStore;
import org.fairlead.imagery.verdict.VerdictView;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Which ships a sighting can be: silent ones by verdict, transmitting ones from the ais service.
@Path("/api/imagery/v1")
public class CandidateResource {

    private static final Logger LOG = Logger.getLogger(CandidateResource.class);

    private final VerdictQueryStore verdicts;
    private final SightingRules rules;
    private final CandidateConfig config;
    private final AisClient ais;
    private final CallerProducer callers;
    private final AtomicBoolean isAisAway = new AtomicBoolean();

    @Inject
    CandidateResource(
            VerdictQueryStore verdicts,
            SightingConfig sightings,
            CandidateConfig config,
            @RestClient AisClient ais,
            CallerProducer callers) {
        this.verdicts = verdicts;
        this.rules = new SightingRules(sightings);
        this.config = config;
        this.ais = ais;
        this.callers = callers;
    }

    @GET
    @Path("sightings/{id}/candidates")
    public Uni<Candidates> ofSighting(
            @PathParam("id") UUID id, @HeaderParam("Authorization") String authorization) {
        callers.member();
        return verdicts.sighting(id)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(sighting ->
                        verdicts.candidates(id)
                                .chain(silent -> answer(id, sighting, silent, authorization)));
    }

    @POST
    @Path("what-if")
    public Uni<Candidates> whatIf(
            @Nullable WhatIf question, @HeaderParam("Authorization") String authorization) {
        callers.member();
        if (question == null) {
            throw ProblemException.invalid("/", "a place and a time are expected in the body");
        }
        return switch (rules.read(question.asSighting(), Instant.now())) {
            case SightingReading.Faulty(var errors) -> throw ProblemException.invalid(errors);
            case SightingReading.Valid(var seen) ->
                    verdicts.candidates(seen.sighting())
                            .chain(silent -> answer(null, seen.sighting(), silent, authorization));
        };
    }

    private Uni<Candidates> answer(
            @Nullable UUID id, Sighting sighting, List<VerdictView> silent, String authorization) {
        Instant at = middle(sighting);
        return ais.near(
                        authorization,
                        sighting.latitudeDegrees(),
                        sighting.longitudeDegrees(),
                        at.toString(),
                        config.radiusNauticalMiles())
                .ifNoItem()
                .after(config.deadline())
                .fail()
                .map(near -> {
                    isAisAway.set(false);
                    return new Candidates(
                            id,
                            Verdict.SEA_LOWER_BOUND,
                            silent,
                            near.items().stream().map(one -> one.asked(at)).toList(),
                            Candidates.TransmittingState.OK);
                })
                .onFailure()
                .recoverWithItem(fault -> {
                    // Once per absence, not once per question.
                    if (isAisAway.compareAndSet(false, true)) {
                        LOG.warnf("candidates without transmitting ships cause=%s", fault);
                    }
                    return new Candidates(
                            id,
                            Verdict.SEA_LOWER_BOUND,
                            silent,
                            List.of(),
                            Candidates.TransmittingState.UNAVAILABLE);
                });
    }

    private static Instant middle(Sighting sighting) {
        return sighting.from().plus(Duration.between(sighting.from(), sighting.to()).dividedBy(2));
    }
}
