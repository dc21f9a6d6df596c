package org.fairlead.imagery.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.association.ranking.Candidate;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.association.ranking.Question;
import org.fairlead.association.ranking.Ranker;
import org.fairlead.association.ranking.Ranking;
import org.fairlead.association.ranking.SilenceIndex;
import org.fairlead.association.region.WaterShare;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.ranking.RankingConfig;
import org.fairlead.imagery.sea.Sea;
import org.fairlead.seas.water.SeaField;
import org.jspecify.annotations.Nullable;

/// Ranks the silences in memory against one sighting. Waits for the graph of the sea at the first
/// call: not for the event loop.
@ApplicationScoped
class CandidateRanking {

    private final Sea sea;
    private final RankingConfig config;
    private final VerdictConfig verdicts;
    private final VerdictRule rule;
    private @Nullable Ranker ranker;

    @Inject
    CandidateRanking(Sea sea, RankingConfig config, VerdictConfig verdicts) {
        this.sea = sea;
        this.config = config;
        this.verdicts = verdicts;
        this.rule = new VerdictRule(verdicts);
    }

    private synchronized Ranker ranker() {
        if (ranker == null) {
            ranker =
                    new Ranker(
                            config.settings(
                                    verdicts.unstatedLengthErrorMetres(),
                                    verdicts.keptWithinNauticalMiles()),
                            WaterShare.of(sea.land()));
        }
        return ranker;
    }

    /// Silences of which a sighting gets a verdict of its own: the likeliest candidates, and the
    /// nearest of the others. By the straight line where so few are left that each is measured for
    /// itself.
    List<UUID> toJudge(SilenceIndex.Snapshot snapshot, Sighting sighting) {
        var question = rule.question(sighting);
        var straight = ranker().rank(snapshot, question, null, Ranker.Absence.NONE);
        var ranking =
                straight.candidates().size() <= SeaMeasure.SINGLE_WAYS
                        ? straight
                        : ranker().rank(
                                        snapshot,
                                        question,
                                        field(question, straight),
                                        Ranker.Absence.NONE);
        return Stream.concat(
                        ranking.candidates().stream()
                                .limit(config.mostCandidates())
                                .map(Candidate::silence),
                        ranking.others().stream())
                .map(IndexedSilence::id)
                .toList();
    }

    /// All candidates with what is said of each.
    Ranked rank(SilenceIndex.Snapshot snapshot, Sighting sighting, Ranker.Absence absence) {
        var question = rule.question(sighting);
        var straight = ranker().rank(snapshot, question, null, absence);
        if (straight.candidates().isEmpty()) {
            return new Ranked(straight, Map.of(), null);
        }
        var field = field(question, straight);
        var ranking = ranker().rank(snapshot, question, field, absence);
        var chances = new HashMap<String, Double>();
        for (Candidate candidate :
                ranking.candidates().stream().limit(config.mostCandidates()).toList()) {
            chances.computeIfAbsent(
                    candidate.silence().mmsi(),
                    mmsi -> ranker().chanceRate(snapshot, mmsi, question, field));
        }
        return new Ranked(ranking, chances, field);
    }

    /// As far as any ship left by the straight line can have sailed: most silences are short.
    private @Nullable SeaField field(Question question, Ranking straight) {
        return sea.everywhere()
                .map(distances ->
                        distances.around(question.place(), straight.searchNauticalMiles()))
                .orElse(null);
    }

    /// @param chanceRates by MMSI
    /// @param field from the place of the sighting; absent without a sea graph, or where nobody is
    ///   left by the straight line
    record Ranked(Ranking ranking, Map<String, Double> chanceRates, @Nullable SeaField field) {}
}
