package org.fairlead.imagery.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.imagery.silence.SilenceStore;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Answers verdicts together with the silences and sightings they are about.
@ApplicationScoped
public class VerdictQueryStore {

    /// What can have been there first, then what is open, then what cannot; the nearest first.
    private static final Comparator<VerdictView> MOST_TELLING_FIRST =
            Comparator.comparingInt(VerdictQueryStore::rank)
                    .thenComparingDouble(VerdictQueryStore::milesFromStart);

    private final Mutiny.SessionFactory sessions;
    private final VerdictStore verdicts;
    private final JudgeStore judge;
    private final SightingStore sightings;
    private final SilenceStore silences;

    @Inject
    VerdictQueryStore(
            Mutiny.SessionFactory sessions,
            VerdictStore verdicts,
            JudgeStore judge,
            SightingStore sightings,
            SilenceStore silences) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.judge = judge;
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
    public Uni<List<VerdictView>> candidates(UUID sightingId) {
        return sessions.withStatelessSession(session ->
                verdicts.ofSighting(session, sightingId)
                        .map(all ->
                                all.stream()
                                        .filter(one -> one.outcome() != Verdict.Outcome.WITHDRAWN)
                                        .toList())
                        .chain(all -> views(session, all, false))
                        .map(VerdictQueryStore::ranked));
    }

    /// Silent ships for a place and a time of which no record is kept.
    public Uni<List<VerdictView>> candidates(Sighting asked) {
        return sessions.withStatelessSession(session ->
                judge.reached(session, asked)
                        .chain(all -> views(session, all, false))
                        .map(views -> ranked(views.stream().map(VerdictView::unstored).toList())));
    }

    Uni<Optional<VerdictView>> find(UUID id) {
        return sessions.withStatelessSession(session ->
                verdicts.find(session, id)
                        .chain(found ->
                                views(session, found.stream().toList(), true)
                                        .map(views -> views.stream().findFirst())));
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

    /// Sorted, and the number of other candidates as it is now, not as it was at the verdict.
    private static List<VerdictView> ranked(List<VerdictView> views) {
        var consistent =
                views.stream()
                        .filter(view -> view.outcome() == Verdict.Outcome.CONSISTENT)
                        .collect(
                                Collectors.groupingBy(
                                        view -> view.vessel().mmsi(), Collectors.counting()));
        long all = consistent.values().stream().mapToLong(Long::longValue).sum();
        return views.stream()
                .map(view ->
                        view.withOtherCandidates(
                                (int) (all - consistent.getOrDefault(view.vessel().mmsi(), 0L))))
                .sorted(MOST_TELLING_FIRST)
                .toList();
    }

    private static int rank(VerdictView view) {
        return switch (view.outcome()) {
            case CONSISTENT -> 0;
            case UNDECIDED -> 1;
            case EXCLUDED -> 2;
            case WITHDRAWN -> 3;
        };
    }

    private static double milesFromStart(VerdictView view) {
        var margins = view.margins();
        return margins == null ? 0 : margins.lowerBoundFromStartNauticalMiles();
    }
}
