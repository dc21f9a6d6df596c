package org.fairlead.imagery.candidate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.fairlead.association.transmitting.Fit;
import org.fairlead.association.transmitting.Label;

/// What a transmitting ship is to the ship seen, and why.
///
/// @param label `match`, `potential` or `none`
/// @param score 0 to 1, of place, time and length together
/// @param metres from where she was then, or from the nearest report, to the ship seen
/// @param gateMetres within which it can be she
/// @param isBracketed interpolated between two reports near enough in time
/// @param offsetSeconds from the sighting to the nearest report
/// @param neededKnots how fast she would have had to be from or to that report; 0 where bracketed
/// @param lengthFactor how many times likelier the length seen is hers than any ship's
public record Match(
        String label,
        double score,
        long metres,
        long gateMetres,
        @JsonProperty("isBracketed") boolean isBracketed,
        long offsetSeconds,
        double neededKnots,
        double lengthFactor,
        String explanation) {

    static Match of(Fit fit, Label label) {
        return new Match(
                label.name().toLowerCase(Locale.ROOT),
                Math.round(fit.score() * 1e4) / 1e4,
                Math.round(fit.metres()),
                Math.round(fit.gateMetres()),
                fit.isBracketed(),
                Math.round(Math.min(fit.offset(), 1e9)),
                Math.round(fit.neededKnots() * 10) / 10.0,
                Math.round(fit.lengthFactor() * 1e3) / 1e3,
                words(fit, label));
    }

    private static String words(Fit fit, Label label) {
        String place =
                fit.isBracketed()
                        ? "Between two reports of hers she was %s m from the ship seen; within %s m it can be she."
                                .formatted(whole(fit.metres()), whole(fit.gateMetres()))
                        : "No two reports of hers lie near enough on both sides; the nearest is %s min off and %s m away%s."
                                .formatted(
                                        whole(Math.min(fit.offset(), 1e9) / 60),
                                        whole(fit.metres()),
                                        fit.neededKnots() == 0
                                                ? ""
                                                : ", for which she would have had to make %s kn"
                                                        .formatted(tenths(fit.neededKnots())));
        String length =
                fit.lengthFactor() == 1
                        ? ""
                        : fit.lengthFactor() > 1
                                ? " Her length agrees."
                                : " Her length speaks against it.";
        return place
                + length
                + switch (label) {
                    case MATCH -> " Of all ships seen around there, this one fits her best.";
                    case POTENTIAL -> " It may be she; these data do not say so.";
                    case NONE -> " It is not she.";
                };
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
