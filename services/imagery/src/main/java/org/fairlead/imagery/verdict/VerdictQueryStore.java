package org.fairlead.imagery.verdict;

import static org.fairlead.imagery.ranking.RankingStore.besideTheLoop;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.association.ranking.Ranker;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.absence.Absence;
import org.fairlead.imagery.absence.AbsenceStore;
import org.fairlead.imagery.ranking.RankingConfig;
import org.fairlead.imagery.ranking.RankingStore;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.imagery.silence.SilenceStore;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Answers verdicts together with the silences and sightings they are about.
@ApplicationScoped
public class VerdictQueryStore {

    private final Mutiny.SessionFactory sessions;
    private final VerdictStore verdicts;
    private final RankingStore ranking;
    private final CandidateRanking ranker;
    private final AbsenceStore absences;
    private final SeaMeasure sea;
    private final RankingConfig config;
    private final VerdictRule rule;
    private final SightingStore sightings;
    private final SilenceStore silences;

    @Inject
    VerdictQueryStore(
            Mutiny.SessionFactory sessions,
            VerdictStore verdicts,
            RankingStore ranking,
            CandidateRanking ranker,
            AbsenceStore absences,
            SeaMeasure sea,
            RankingConfig config,
            VerdictConfig rule,
            SightingStore sightings,
            SilenceStore silences) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.ranking = ranking;
        this.ranker = ranker;
        this.absences = absences;
        this.sea = sea;
        this.config = config;
        this.rule = new VerdictRule(rule);
        this.sightings = sightings;
        this.silences = silences;
    }

    public Uni<Optional<Sighting>> sighting(UUID id) {
        return sessions.withStatelessSession(session ->
                sightings
                        .byIds(session, List.of(id))
                        .map(found -> Optional.ofNullable(found.get(id))));
    }

    /// Silent ships for a recorded sighting; withdrawn verdicts are left out.
    public Uni<SilentCandidates> candidates(Sighting sighting, int limit) {
        return sessions.withStatelessSession(session ->
                verdicts.ofSighting(session, sighting.id())
                        .map(all ->
                                all.stream()
                                        .filter(one -> one.outcome() != Verdict.Outcome.WITHDRAWN)
                                        .toList())
                        .chain(stored ->
                                candidates(
                                        session, sighting, stored, lengthSeen(sighting), limit)));
    }

    /// Silent ships for a place and a time of which no record is kept. Nobody was seen, so of a
    /// ship that never transmits no length is known, and no empty scene speaks against her.
    public Uni<SilentCandidates> unstoredCandidates(Sighting asked, int limit) {
        return sessions.withStatelessSession(
                session -> candidates(session, asked, List.of(), new int[0], limit));
    }

    private Uni<SilentCandidates> candidates(
            Mutiny.StatelessSession session,
            Sighting sighting,
            List<Verdict> stored,
            int[] lengthSeen,
            int limit) {
        return absences.around(session, sighting)
                .chain(absence ->
                        ranking.now(session)
                                .chain(snapshot ->
                                        besideTheLoop(() ->
                                                ranker.rank(
                                                        snapshot,
                                                        sighting,
                                                        counted(stored, absence, lengthSeen))))
                                .chain(ranked ->
                                        assembled(
                                                session,
                                                sighting,
                                                stored,
                                                ranked,
                                                absence,
                                                absence.of(lengthSeen),
                                                limit)));
    }

    private Uni<SilentCandidates> assembled(
            Mutiny.StatelessSession session,
            Sighting sighting,
            List<Verdict> stored,
            CandidateRanking.Ranked ranked,
            Absence absence,
            List<Absence.Empty> againstNever,
            int limit) {
        var ids = new LinkedHashSet<UUID>();
        stored.forEach(one -> ids.add(one.silenceId()));
        ranked.ranking().candidates().stream()
                .limit(limit)
                .forEach(one -> ids.add(one.silence().id()));
        ranked.ranking().others().forEach(one -> ids.add(one.id()));
        return silences.byIds(session, ids)
                .chain(known ->
                        besideTheLoop(() ->
                                new SilentCandidates.Assembly(
                                                sighting,
                                                stored,
                                                known,
                                                ranked,
                                                rule,
                                                absence,
                                                againstNever,
                                                config)
                                        .assembled(limit)));
    }

    /// What a single way by sea has excluded counts for nothing where the distances of the ranking,
    /// which are a little weaker, still admit it.
    private static Ranker.Absence counted(List<Verdict> stored, Absence absence, int[] lengthSeen) {
        var excluded =
                stored.stream()
                        .filter(one -> one.outcome() == Verdict.Outcome.EXCLUDED)
                        .map(Verdict::silenceId)
                        .collect(Collectors.toSet());
        double never = absence.factor(lengthSeen);
        return new Ranker.Absence() {

            @Override
            public double of(IndexedSilence silence) {
                return excluded.contains(silence.id())
                        ? 0
                        : absence.factor(silence.hull().lengthsMetres());
            }

            @Override
            public double ofNever() {
                return never;
            }
        };
    }

    /// Whoever it was is about as long as what was seen; empty where no length was.
    private static int[] lengthSeen(Sighting sighting) {
        Double metres = sighting.lengthMetres();
        return metres == null ? new int[0] : new int[] {(int) Math.round(metres)};
    }

    Uni<Optional<VerdictView>> find(UUID id) {
        return sessions.withStatelessSession(session ->
                verdicts.find(session, id)
                        .chain(found ->
                                views(session, found.stream().toList(), true)
                                        .map(views -> views.stream().findFirst()))
                        .chain(view -> besideTheLoop(() -> view.map(this::drawn))));
    }

    /// With the ways by sea where they were not kept: one verdict is worth two tenths of a second.
    private VerdictView drawn(VerdictView view) {
        var proof = view.proof();
        var silence = view.silence();
        var sighting = view.sighting();
        if (proof == null
                || proof.wayFromStart() != null
                || silence == null
                || sighting == null
                || !view.method().equals(Verdict.SEA_LOWER_BOUND)) {
            return view;
        }
        return view.with(
                VerdictRule.drawn(proof, sighting, silence.start(), silence.end(), sea.ruler()));
    }

    Uni<List<VerdictView>> versions(UUID id) {
        return sessions.withStatelessSession(
                session -> verdicts.versions(session, id).chain(all -> views(session, all, false)));
    }

    Uni<List<VerdictView>> ofVessel(String mmsi, VerdictStore.@Nullable Place after, int limit) {
        return sessions.withStatelessSession(session ->
                verdicts.ofVessel(session, mmsi, after, limit)
                        .chain(all -> views(session, all, true)));
    }

    private Uni<List<VerdictView>> views(
            Mutiny.StatelessSession session, List<Verdict> all, boolean withSighting) {
        var silenceIds = all.stream().map(Verdict::silenceId).collect(Collectors.toSet());
        var sightingIds =
                withSighting
                        ? all.stream().map(Verdict::sightingId).collect(Collectors.toSet())
                        : java.util.Set.<UUID>of();
        return silences.byIds(session, silenceIds)
                .chain(known ->
                        sightings
                                .byIds(session, sightingIds)
                                .map(seen ->
                                        all.stream()
                                                .map(one -> {
                                                    var silence = known.get(one.silenceId());
                                                    return VerdictView.of(
                                                            one,
                                                            silence == null
                                                                    ? null
                                                                    : silence.silence(),
                                                            seen.get(one.sightingId()));
                                                })
                                                .toList()));
    }
}
