package org.fairlead.imagery.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.fairlead.association.ranking.Candidate;
import org.fairlead.imagery.absence.Absence;
import org.jspecify.annotations.Nullable;

/// How likely one candidate is, and from what that follows.
///
/// @param posterior given that the ship seen is one of the candidates or one that never transmits;
///   all of them sum to 1
/// @param posteriorAmongSilent given that it is one of the candidates
/// @param chanceRate share of the times within thirty days at which she would have been consistent
///   here as well: the higher it is, the less it says that she is
/// @param plausibleSpeedKnots 90th percentile of what she reported under way, or the share of her
///   kind's cap that stands for it
/// @param plausibleAreaSquareNauticalMiles of water she can have been on at that speed; absent
///   where she cannot have been here at it
/// @param widestAreaSquareNauticalMiles the same at the speed she cannot have exceeded
/// @param densityPerSquareNauticalMile of her being just here, from both areas
/// @param trafficPrior 1, and more the more often she fell silent or came back here
/// @param absence what scenes without her leave of it; 1 where no scene says anything
/// @param emptyScenes those scenes
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Likelihood(
        double posterior,
        double posteriorAmongSilent,
        double chanceRate,
        double plausibleSpeedKnots,
        @Nullable Double plausibleAreaSquareNauticalMiles,
        double widestAreaSquareNauticalMiles,
        double densityPerSquareNauticalMile,
        double trafficPrior,
        Hull hull,
        double absence,
        List<Absence.Empty> emptyScenes,
        String explanation) {

    /// How many times likelier what was seen is of her than of any ship; 1 says nothing.
    public record Hull(double length, double beam, double heading, double layout) {}

    static Likelihood of(Candidate candidate, double chanceRate, List<Absence.Empty> emptyScenes) {
        var parts = candidate.parts();
        double narrow = parts.plausibleAreaSquareNauticalMiles();
        var hull = parts.hull();
        return new Likelihood(
                candidate.posterior(),
                candidate.posteriorAmongSilent(),
                chanceRate,
                Math.round(candidate.silence().plausibleKnots() * 10) / 10.0,
                Double.isInfinite(narrow) ? null : Double.valueOf(Math.rint(narrow)),
                Math.rint(parts.widestAreaSquareNauticalMiles()),
                parts.density(),
                parts.traffic(),
                new Hull(hull.length(), hull.beam(), hull.heading(), hull.layout()),
                parts.absence(),
                emptyScenes,
                words(candidate, chanceRate));
    }

    private static String words(Candidate candidate, double chanceRate) {
        var parts = candidate.parts();
        double narrow = parts.plausibleAreaSquareNauticalMiles();
        var text = new StringBuilder();
        text.append(
                Double.isInfinite(narrow)
                        ? "At her plausible %s kn she cannot have been here then; faster she can, on some %s square nautical miles of water."
                                .formatted(
                                        tenths(candidate.silence().plausibleKnots()),
                                        thousands(parts.widestAreaSquareNauticalMiles()))
                        : "At her plausible %s kn she can have been anywhere on some %s square nautical miles of water then."
                                .formatted(
                                        tenths(candidate.silence().plausibleKnots()),
                                        thousands(narrow)));
        double hull = parts.hull().product();
        if (hull != 1) {
            text.append(
                    hull > 1
                            ? " What is seen of the hull is %s times likelier of her than of any ship."
                                    .formatted(tenths(hull))
                            : " What is seen of the hull is %s times less likely of her than of any ship."
                                    .formatted(tenths(1 / hull)));
        }
        if (parts.traffic() > 1) {
            text.append(" She has fallen silent or come back near here before.");
        }
        if (parts.absence() < 1) {
            text.append(
                    " A clear scene of this place without a ship of her size leaves %s %% of that."
                            .formatted(tenths(100 * parts.absence())));
        }
        text.append(
                " At %s %% of the times within thirty days she would have been consistent here as well."
                        .formatted(whole(100 * chanceRate)));
        return text.toString();
    }

    private static String thousands(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
