package org.fairlead.imagery.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.association.ranking.Candidate;
import org.fairlead.association.ranking.Outcome;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.absence.Absence;
import org.fairlead.imagery.ranking.RankingConfig;
import org.fairlead.imagery.silence.KnownSilence;
import org.jspecify.annotations.Nullable;

/// Silent ships that a sighting can be, and the nearest of those it cannot.
///
/// @param silent what can have been there first, then what is open, then what cannot; the likeliest
///   first, then the nearest
/// @param counts of all silences, listed or not
/// @param posteriorOfUnlisted of candidates beyond the limit; with those listed and `never` it sums
///   to 1
public record SilentCandidates(
        List<VerdictView> silent,
        Counts counts,
        NeverTransmitting neverTransmitting,
        double posteriorOfUnlisted) {

    /// @param silences that touch the time of the sighting
    public record Counts(int silences, int consistent, int undecided, int excluded) {}

    /// Everybody no silence tells of.
    ///
    /// @param perMillionSquareNauticalMiles the prior, from the configuration
    /// @param emptyScenes clear scenes that would have shown a ship of the length seen, and do not
    public record NeverTransmitting(
            double posterior,
            double perMillionSquareNauticalMiles,
            List<Absence.Empty> emptyScenes,
            String explanation) {

        public NeverTransmitting {
            emptyScenes = List.copyOf(emptyScenes);
        }
    }

    /// Puts together what is stored, what is ranked and what is said of each.
    record Assembly(
            Sighting sighting,
            List<Verdict> stored,
            Map<UUID, KnownSilence> known,
            CandidateRanking.Ranked ranked,
            VerdictRule rule,
            Absence absence,
            List<Absence.Empty> againstNever,
            RankingConfig config) {

        Assembly {
            stored = List.copyOf(stored);
            againstNever = List.copyOf(againstNever);
        }

        /// Nobody reads it: what is made here is not stored.
        private static final Instant UNSTORED = Instant.EPOCH;

        SilentCandidates assembled(int limit) {
            var views = new ArrayList<VerdictView>();
            var done = new HashSet<UUID>();
            for (Verdict verdict : stored) {
                KnownSilence silence = known.get(verdict.silenceId());
                done.add(verdict.silenceId());
                views.add(
                        VerdictView.of(verdict, silence == null ? null : silence.silence(), null));
            }
            known.forEach((id, silence) -> {
                if (!done.contains(id)) {
                    judged(silence).ifPresent(views::add);
                }
            });
            return listed(views, limit);
        }

        private java.util.Optional<VerdictView> judged(KnownSilence silence) {
            var field = ranked.field();
            var ruler = field == null ? Ruler.GREAT_CIRCLE : new FieldRuler(field);
            return rule.judge(sighting, silence, ruler) instanceof Judgement.Reached reached
                    ? java.util.Optional.of(
                            VerdictView.of(
                                            VerdictMaker.reached(
                                                    null, sighting, silence, reached, 0, UNSTORED),
                                            silence.silence(),
                                            null)
                                    .unstored())
                    : java.util.Optional.empty();
        }

        private SilentCandidates listed(List<VerdictView> views, int limit) {
            var ranking = ranked.ranking();
            var likelihoods = new HashMap<UUID, Likelihood>();
            var consistent = new HashMap<String, Integer>();
            for (Candidate candidate : ranking.candidates()) {
                String mmsi = candidate.silence().mmsi();
                if (candidate.outcome() == Outcome.CONSISTENT) {
                    consistent.merge(mmsi, 1, Integer::sum);
                }
                if (known.containsKey(candidate.silence().id())) {
                    likelihoods.put(
                            candidate.silence().id(),
                            Likelihood.of(
                                    candidate,
                                    ranked.chanceRates().getOrDefault(mmsi, 0.0),
                                    absence.of(candidate.silence().hull().lengthsMetres())));
                }
            }
            int all = consistent.values().stream().mapToInt(Integer::intValue).sum();
            var sorted =
                    views.stream()
                            .map(view ->
                                    view.with(
                                            all - consistent.getOrDefault(view.vessel().mmsi(), 0),
                                            view.outcome() == Verdict.Outcome.EXCLUDED
                                                    ? null
                                                    : likelihoods.get(view.silenceId())))
                            .sorted(MOST_TELLING_FIRST)
                            .limit(limit)
                            .toList();
            return new SilentCandidates(
                    sorted,
                    new Counts(
                            ranking.touched(),
                            ranking.consistent(),
                            ranking.undecided(),
                            ranking.excluded()),
                    never(ranking.never()),
                    unlisted(sorted));
        }

        private double unlisted(List<VerdictView> listed) {
            var shown =
                    listed.stream()
                            .filter(view -> view.likelihood() != null)
                            .map(VerdictView::silenceId)
                            .collect(Collectors.toSet());
            return ranked.ranking().candidates().stream()
                    .filter(one -> !shown.contains(one.silence().id()))
                    .mapToDouble(Candidate::posterior)
                    .sum();
        }

        private NeverTransmitting never(double posterior) {
            double prior = config.neverTransmittingPerMillionSquareNauticalMiles();
            return new NeverTransmitting(
                    posterior,
                    prior,
                    againstNever,
                    "A ship that never transmits, taken to be anywhere at sea with %s of them in a million square nautical miles (a stated prior, fairlead.ranking.never-transmitting-per-million-square-nautical-miles)."
                            .formatted(
                                    prior == Math.rint(prior)
                                            ? Long.toString((long) prior)
                                            : Double.toString(prior)));
        }
    }

    private static final Comparator<VerdictView> MOST_TELLING_FIRST =
            Comparator.comparingInt(SilentCandidates::rank)
                    .thenComparing(
                            Comparator.comparingDouble(SilentCandidates::posterior).reversed())
                    .thenComparingDouble(SilentCandidates::milesFromStart)
                    .thenComparing(VerdictView::silenceId);

    private static int rank(VerdictView view) {
        return switch (view.outcome()) {
            case CONSISTENT -> 0;
            case UNDECIDED -> 1;
            case EXCLUDED -> 2;
            case WITHDRAWN -> 3;
        };
    }

    private static double posterior(VerdictView view) {
        @Nullable Likelihood likelihood = view.likelihood();
        return likelihood == null ? 0 : likelihood.posterior();
    }

    private static double milesFromStart(VerdictView view) {
        var margins = view.margins();
        return margins == null ? 0 : margins.lowerBoundFromStartNauticalMiles();
    }
}
