package org.fairlead.sanctions.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.lists.ImoNumber;
import org.fairlead.screening.Comparison;
import org.fairlead.screening.Explanation;
import org.jspecify.annotations.Nullable;

/// What the comparison of a transmitter with an entry means for those who watch.
///
/// | agrees | speaks against it | score | state |
/// |---|---|---|---|
/// | IMO sent now, check digit right | | 0.99 and above | hit |
/// | IMO, check digit wrong | the same | 0.95 | hit |
/// | IMO sent before, another now | it may be another ship under that MMSI | 0.85 | hit |
/// | MMSI | | 0.85 | hit |
/// | MMSI, call sign | both have valid, different IMO numbers | 0.45 | contradicted |
/// | name, now or before | no number on one side | from the policy's least | hit |
/// | name | both have valid, different IMO numbers | | nothing: a namesake |
final class Screening {

    /// A score of an identifier that does not settle it.
    static final double BY_PAST_IMO = 0.85;

    private static final double LEAST_BY_IDENTIFIER = 0.70;
    private static final Set<String> IDENTIFIERS = Set.of("imo", "mmsi", "call-sign");

    private Screening() {}

    record Outcome(
            MatchState state,
            double score,
            List<String> matchedBy,
            List<String> contradictions,
            String explanation) {

        Outcome {
            matchedBy = List.copyOf(matchedBy);
            contradictions = List.copyOf(contradictions);
        }
    }

    /// Empty when it is nothing to watch.
    ///
    /// @param imo that the transmitter sends now
    /// @param leastByName lowest score of a name without a number
    static Optional<Outcome> of(
            Comparison comparison, @Nullable String imo, ListingRef listing, double leastByName) {
        var numbers = numbers(comparison);
        if (comparison.band() == Comparison.Band.CONTRADICTED) {
            return numbers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(contradicted(comparison, numbers, listing));
        }
        if (numbers.isEmpty()) {
            return comparison.score() < leastByName || comparison.matchedNames().isEmpty()
                    ? Optional.empty()
                    : Optional.of(byName(comparison, listing));
        }
        return comparison.score() < LEAST_BY_IDENTIFIER
                ? Optional.empty()
                : Optional.of(byNumber(comparison, numbers, imo, listing));
    }

    private static List<String> numbers(Comparison comparison) {
        return comparison.explanations().stream()
                .map(Explanation::feature)
                .filter(IDENTIFIERS::contains)
                .toList();
    }

    private static Outcome byNumber(
            Comparison comparison, List<String> numbers, @Nullable String imo, ListingRef listing) {
        var first = reason(comparison, numbers.getFirst());
        boolean isPast =
                first.feature().equals("imo")
                        && ImoNumber.of(imo)
                                .filter(own -> !own.digits().equals(first.query()))
                                .isPresent();
        String label = label(first.feature()) + " " + first.query();
        String said =
                isPast
                        ? "The transmitter sent %s before, that of %s, entry %s of %s."
                        : "The transmitter's %s is that of %s, entry %s of %s.";
        return new Outcome(
                MatchState.HIT,
                isPast ? Math.min(BY_PAST_IMO, comparison.score()) : comparison.score(),
                numbers,
                doubts(first, isPast, imo),
                said.formatted(label, listing.name(), listing.sourceId(), listing.list()));
    }

    private static List<String> doubts(Explanation first, boolean isPast, @Nullable String imo) {
        if (isPast) {
            return List.of("It now sends IMO %s: another number, or another ship.".formatted(imo));
        }
        boolean isWrong = first.feature().equals("imo") && ImoNumber.of(first.query()).isEmpty();
        return isWrong
                ? List.of("The check digit of IMO %s is wrong in both.".formatted(first.query()))
                : List.of();
    }

    private static String label(String feature) {
        return feature.equals("call-sign")
                ? "call sign"
                : feature.toUpperCase(java.util.Locale.ROOT);
    }

    private static Outcome contradicted(
            Comparison comparison, List<String> numbers, ListingRef listing) {
        var hulls = reason(comparison, "other-hull");
        String contradiction =
                "The transmitter gives IMO %s, the entry IMO %s: two hulls."
                        .formatted(hulls.query(), hulls.candidate());
        var first = reason(comparison, numbers.getFirst());
        return new Outcome(
                MatchState.CONTRADICTED,
                comparison.score(),
                numbers,
                List.of(contradiction),
                "%s %s is that of %s, but such numbers are given out again. %s"
                        .formatted(
                                label(first.feature()),
                                first.query(),
                                listing.name(),
                                contradiction));
    }

    private static Outcome byName(Comparison comparison, ListingRef listing) {
        var against = new ArrayList<String>();
        for (Explanation reason : comparison.explanations()) {
            if (reason.effect() < 0) {
                against.add(reason.sentence());
            }
        }
        String why =
                comparison.explanations().stream()
                        .map(Explanation::sentence)
                        .collect(Collectors.joining(" "));
        String sent = comparison.matchedNames().getFirst().query();
        return new Outcome(
                MatchState.HIT,
                comparison.score(),
                List.of("name"),
                against,
                "The transmitter sends or sent the name %s, like that of %s, entry %s of %s; no number settles it. %s"
                        .formatted(sent, listing.name(), listing.sourceId(), listing.list(), why));
    }

    private static Explanation reason(Comparison comparison, String feature) {
        return comparison.explanations().stream()
                .filter(reason -> reason.feature().equals(feature))
                .findFirst()
                .orElseThrow();
    }
}
