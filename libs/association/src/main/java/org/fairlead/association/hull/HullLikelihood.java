package org.fairlead.association.hull;

import org.jspecify.annotations.Nullable;

/// Holds a hull seen against one known. Each factor is a ratio: density of what was seen if it is
/// this ship, over its density if it is any ship.
public final class HullLikelihood {

    /// How much longer than broad ships are, and the standard deviation of its logarithm.
    private static final double LENGTH_OVER_BEAM = 6.5;

    private static final double BEAM_SPREAD = 0.25;

    /// Far tails of a normal distribution are not to be believed.
    private static final double LEAST = 1e-6;

    private final HullSettings settings;

    public HullLikelihood(HullSettings settings) {
        this.settings = settings;
    }

    /// @param courses the bearings on which she would have come and gone on; empty when not known
    public HullFactors of(HullSeen seen, HullKnown known, double... courses) {
        return new HullFactors(
                length(seen, known),
                beam(seen, known),
                heading(seen, courses),
                Layouts.factor(seen.layout(), known.shipTypeCode(), settings.mostLayoutFactor()));
    }

    private double length(HullSeen seen, HullKnown known) {
        Double metres = seen.lengthMetres();
        if (metres == null || known.lengthsMetres().length == 0) {
            return 1;
        }
        double error = or(seen.lengthErrorMetres(), settings.unstatedLengthErrorMetres());
        double sum = 0;
        for (int stated : known.lengthsMetres()) {
            sum += normal(metres, stated, Math.hypot(error, settings.statedShare() * stated));
        }
        double hers = sum / known.lengthsMetres().length;
        return ratio(
                hers,
                blurredLogNormal(
                        metres,
                        settings.fleetMedianLengthMetres(),
                        settings.fleetLengthSpread(),
                        error));
    }

    private double beam(HullSeen seen, HullKnown known) {
        Double metres = seen.beamMetres();
        Integer stated = known.beamMetres();
        if (metres == null || stated == null || stated <= 0) {
            return 1;
        }
        double error = or(seen.beamErrorMetres(), settings.unstatedBeamErrorMetres());
        double hers = normal(metres, stated, Math.hypot(error, settings.statedShare() * stated));
        Double length = seen.lengthMetres();
        // A beam says little that the length does not say: any ship of this length is about so
        // broad.
        double any =
                length == null
                        ? blurredLogNormal(
                                metres,
                                settings.fleetMedianLengthMetres() / LENGTH_OVER_BEAM,
                                settings.fleetLengthSpread(),
                                error)
                        : blurredLogNormal(metres, length / LENGTH_OVER_BEAM, BEAM_SPREAD, error);
        return ratio(hers, any);
    }

    private double heading(HullSeen seen, double... courses) {
        Double degrees = seen.headingDegrees();
        if (degrees == null || seen.isStill() || courses.length == 0) {
            return 1;
        }
        double error =
                Math.hypot(settings.headingErrorDegrees(), or(seen.headingErrorDegrees(), 0));
        double sum = 0;
        for (double course : courses) {
            sum +=
                    seen.isHeadingAmbiguous()
                            ? (wrapped(degrees - course, error)
                                            + wrapped(degrees + 180 - course, error))
                                    / 2
                            : wrapped(degrees - course, error);
        }
        double share = settings.headingKnownShare();
        return 1 - share + share * sum / courses.length * 360;
    }

    private static double ratio(double hers, double any) {
        return Math.max(LEAST, hers) / Math.max(LEAST, any);
    }

    private static double or(@Nullable Double stated, double otherwise) {
        return stated == null ? otherwise : stated;
    }

    private static double normal(double x, double mean, double deviation) {
        double width = Math.max(0.5, deviation);
        double z = (x - mean) / width;
        return Math.exp(-z * z / 2) / (width * Math.sqrt(2 * Math.PI));
    }

    /// Of dimensions as they are spread over the fleet, and measured with this error.
    private static double blurredLogNormal(double x, double median, double spread, double error) {
        double width = Math.sqrt(spread * spread + (error / x) * (error / x));
        double z = Math.log(x / median) / width;
        return Math.exp(-z * z / 2) / (x * width * Math.sqrt(2 * Math.PI));
    }

    /// Density per degree on the circle.
    private static double wrapped(double degrees, double deviation) {
        double sum = 0;
        for (int turn = -1; turn <= 1; turn++) {
            sum += normal(Math.IEEEremainder(degrees, 360) + 360 * turn, 0, deviation);
        }
        return sum;
    }
}
