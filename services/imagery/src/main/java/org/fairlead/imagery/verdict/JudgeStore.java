package org.fairlead.imagery.verdict;

import static org.fairlead.imagery.ranking.RankingStore.besideTheLoop;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.ranking.RankingStore;
import org.fairlead.imagery.sighting.SightingFollower;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.SilenceFollower;
import org.fairlead.imagery.silence.SilenceStore;
import org.fairlead.seas.distance.Place;
import org.hibernate.reactive.mutiny.Mutiny;

/// Reaches verdicts when a sighting or a silence comes, changes or goes, in the same transaction.
@ApplicationScoped
class JudgeStore implements SightingFollower, SilenceFollower {

    private final SightingStore sightings;
    private final SilenceStore silences;
    private final VerdictStore verdicts;
    private final SeaMeasure sea;
    private final RankingStore ranking;
    private final CandidateRanking candidates;
    private final VerdictConfig config;
    private final VerdictRule rule;
    private final Clock clock = Clock.systemUTC();

    @Inject
    JudgeStore(
            SightingStore sightings,
            SilenceStore silences,
            VerdictStore verdicts,
            SeaMeasure sea,
            RankingStore ranking,
            CandidateRanking candidates,
            VerdictConfig config) {
        this.sightings = sightings;
        this.silences = silences;
        this.verdicts = verdicts;
        this.sea = sea;
        this.ranking = ranking;
        this.candidates = candidates;
        this.config = config;
        this.rule = new VerdictRule(config);
    }

    @Override
    public Uni<Void> recorded(Mutiny.StatelessSession session, List<Sighting> recorded) {
        return oneByOne(
                recorded,
                sighting ->
                        reached(session, sighting, Map.of())
                                .chain(all -> verdicts.write(session, all)));
    }

    /// Against every silence it has a verdict with, and those it would have one with now.
    @Override
    public Uni<Void> corrected(Mutiny.StatelessSession session, Sighting sighting) {
        return verdicts.ofSighting(session, sighting.id())
                .chain(all -> {
                    var before = new HashMap<UUID, Verdict>();
                    all.forEach(verdict -> before.put(verdict.silenceId(), verdict));
                    return reached(session, sighting, before);
                })
                .chain(all -> verdicts.write(session, all));
    }

    /// The verdicts this sighting has against every silence, as far as they are kept or there was
    /// one before.
    ///
    /// @param before by silence
    private Uni<List<Verdict>> reached(
            Mutiny.StatelessSession session, Sighting sighting, Map<UUID, Verdict> before) {
        return ranking.now(session)
                .chain(snapshot -> besideTheLoop(() -> candidates.toJudge(snapshot, sighting)))
                .map(found -> {
                    var all = new LinkedHashSet<>(found);
                    all.addAll(before.keySet());
                    return all;
                })
                .chain(found ->
                        silences.byIds(session, found)
                                .chain(known ->
                                        besideTheLoop(() ->
                                                judged(
                                                        sighting,
                                                        found.stream()
                                                                .map(known::get)
                                                                .filter(Objects::nonNull)
                                                                .toList(),
                                                        before))));
    }

    private List<Verdict> judged(
            Sighting sighting, List<KnownSilence> found, Map<UUID, Verdict> before) {
        var place = new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees());
        var ruler = sea.ruler(place, found.size());
        var kept = new ArrayList<Reached>();
        var gone = new ArrayList<Verdict>();
        int drawn = 0;
        for (KnownSilence known : found) {
            Verdict old = before.get(known.silence().id());
            if (known.silence().state() == Silence.State.RETRACTED) {
                continue;
            }
            switch (rule.judge(sighting, known, ruler)) {
                case Judgement.NotInSilence(String why) -> {
                    if (old != null && old.outcome() != Verdict.Outcome.WITHDRAWN) {
                        gone.add(
                                VerdictMaker.withdrawn(
                                        old, known.silence().version(), why, clock.instant()));
                    }
                }
                case Judgement.Reached reached -> {
                    if (old != null || rule.isKept(reached)) {
                        boolean isToDraw =
                                reached.outcome() == Verdict.Outcome.CONSISTENT
                                        && reached.proof().wayFromStart() == null
                                        && drawn < config.mostWaysDrawn();
                        drawn += isToDraw ? 1 : 0;
                        kept.add(
                                new Reached(
                                        known,
                                        isToDraw ? drawn(sighting, known, reached) : reached));
                    }
                }
            }
        }
        gone.addAll(made(sighting, kept, before));
        return gone;
    }

    private Judgement.Reached drawn(
            Sighting sighting, KnownSilence known, Judgement.Reached reached) {
        return reached.with(
                VerdictRule.drawn(
                        reached.proof(),
                        sighting,
                        known.silence().start(),
                        known.silence().end(),
                        sea.ruler()));
    }

    private record Reached(KnownSilence known, Judgement.Reached judgement) {

        String mmsi() {
            return known.silence().vessel().mmsi();
        }

        boolean isConsistent() {
            return judgement.outcome() == Verdict.Outcome.CONSISTENT;
        }
    }

    private List<Verdict> made(Sighting sighting, List<Reached> kept, Map<UUID, Verdict> before) {
        Instant now = clock.instant();
        var consistentOf = new HashMap<String, Integer>();
        kept.stream()
                .filter(Reached::isConsistent)
                .forEach(one -> consistentOf.merge(one.mmsi(), 1, Integer::sum));
        int consistent = consistentOf.values().stream().mapToInt(Integer::intValue).sum();
        var made = new ArrayList<Verdict>();
        for (Reached one : kept) {
            int others = consistent - consistentOf.getOrDefault(one.mmsi(), 0);
            Verdict old = before.get(one.known().silence().id());
            Verdict after =
                    VerdictMaker.reached(old, sighting, one.known(), one.judgement(), others, now);
            if (!VerdictMaker.repeats(old, after)) {
                made.add(after);
            }
        }
        return made;
    }

    @Override
    public Uni<Void> withdrawn(Mutiny.StatelessSession session, Sighting sighting) {
        return verdicts.ofSighting(session, sighting.id())
                .map(all -> withdrawn(all, null, "The sighting was withdrawn."))
                .chain(all -> verdicts.write(session, all));
    }

    @Override
    public Uni<Void> changed(Mutiny.StatelessSession session, List<KnownSilence> changed) {
        return oneByOne(
                changed,
                known ->
                        verdicts.ofSilence(session, known.silence().id())
                                .chain(before ->
                                        known.silence().state() == Silence.State.RETRACTED
                                                ? verdicts.write(session, retracted(before, known))
                                                : judgeAgain(session, known, before)));
    }

    private List<Verdict> retracted(List<Verdict> before, KnownSilence known) {
        return withdrawn(
                before,
                known.silence().version(),
                "The silence was retracted: " + known.silence().reason());
    }

    private Uni<Void> judgeAgain(
            Mutiny.StatelessSession session, KnownSilence known, List<Verdict> before) {
        var old = new HashMap<UUID, Verdict>();
        before.forEach(verdict -> old.put(verdict.sightingId(), verdict));
        return touched(session, known, old.keySet())
                .chain(seen -> {
                    var ids = seen.stream().map(Sighting::id).toList();
                    return verdicts.consistentOfOthers(
                                    session, ids, known.silence().vessel().mmsi())
                            .chain(others -> besideTheLoop(() -> judged(known, seen, old, others)))
                            .chain(all -> verdicts.write(session, all));
                });
    }

    /// Sightings in the time of the silence, and those it had a verdict with.
    private Uni<List<Sighting>> touched(
            Mutiny.StatelessSession session, KnownSilence known, Collection<UUID> judgedBefore) {
        Silence silence = known.silence();
        Instant start = silence.start().at();
        Instant end =
                silence.end() == null
                        ? start.plus(config.openSilenceHorizon())
                        : silence.end().at();
        return sightings
                .touching(session, start, end)
                .chain(touching -> {
                    var missing = new HashSet<>(judgedBefore);
                    touching.forEach(sighting -> missing.remove(sighting.id()));
                    return sightings
                            .byIds(session, missing)
                            .map(others -> {
                                var all = new ArrayList<>(touching);
                                all.addAll(others.values());
                                return all;
                            });
                });
    }

    private List<Verdict> judged(
            KnownSilence known,
            List<Sighting> seen,
            Map<UUID, Verdict> old,
            Map<UUID, Integer> others) {
        Instant now = clock.instant();
        var made = new ArrayList<Verdict>();
        for (Sighting sighting : seen) {
            Verdict before = old.get(sighting.id());
            if (sighting.state() == Sighting.State.WITHDRAWN) {
                continue;
            }
            switch (rule.judge(sighting, known, sea.ruler())) {
                case Judgement.NotInSilence(String why) -> {
                    if (before != null && before.outcome() != Verdict.Outcome.WITHDRAWN) {
                        made.add(
                                VerdictMaker.withdrawn(
                                        before, known.silence().version(), why, now));
                    }
                }
                case Judgement.Reached reached -> {
                    Verdict after =
                            VerdictMaker.reached(
                                    before,
                                    sighting,
                                    known,
                                    reached,
                                    others.getOrDefault(sighting.id(), 0),
                                    now);
                    if ((before != null || rule.isKept(reached))
                            && !VerdictMaker.repeats(before, after)) {
                        made.add(after);
                    }
                }
            }
        }
        return made;
    }

    /// @param silenceVersion absent: as before
    private List<Verdict> withdrawn(
            List<Verdict> before,
            @org.jspecify.annotations.Nullable Integer silenceVersion,
            String why) {
        Instant now = clock.instant();
        return before.stream()
                .filter(verdict -> verdict.outcome() != Verdict.Outcome.WITHDRAWN)
                .map(verdict ->
                        VerdictMaker.withdrawn(
                                verdict,
                                silenceVersion == null ? verdict.silenceVersion() : silenceVersion,
                                why,
                                now))
                .toList();
    }

    private static <T> Uni<Void> oneByOne(
            List<T> items, java.util.function.Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
