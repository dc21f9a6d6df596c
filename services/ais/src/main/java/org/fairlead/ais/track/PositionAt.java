package org.fairlead.ais.track;

import java.util.List;
import java.util.Optional;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Where a vessel was at a moment, from the fixes around it.
record PositionAt(Place place, @Nullable Fix before, @Nullable Fix after, boolean isInterpolated) {

    /// @param fixes of one vessel, in time order
    static Optional<PositionAt> of(List<Fix> fixes, long atMillis, TrackConfig config) {
        Fix before = null;
        Fix after = null;
        for (Fix fix : fixes) {
            if (fix.epochMillis() <= atMillis) {
                before = fix;
            } else {
                after = fix;
                break;
            }
        }
        if (before != null && before.epochMillis() == atMillis) {
            return Optional.of(new PositionAt(place(before), before, after, false));
        }
        if (before != null
                && after != null
                && after.epochMillis() - before.epochMillis()
                        <= config.interpolatedWithin().toMillis()) {
            return Optional.of(
                    new PositionAt(between(before, after, atMillis), before, after, true));
        }
        return oneSided(before, after, atMillis, config.oneSidedWithin().toMillis());
    }

    private static Optional<PositionAt> oneSided(
            @Nullable Fix before, @Nullable Fix after, long atMillis, long withinMillis) {
        long sinceBefore = before == null ? Long.MAX_VALUE : atMillis - before.epochMillis();
        long untilAfter = after == null ? Long.MAX_VALUE : after.epochMillis() - atMillis;
        if (before != null && sinceBefore <= untilAfter && sinceBefore <= withinMillis) {
            return Optional.of(new PositionAt(place(before), before, null, false));
        }
        if (after != null && untilAfter <= withinMillis) {
            return Optional.of(new PositionAt(place(after), null, after, false));
        }
        return Optional.empty();
    }

    static Place place(Fix fix) {
        return new Place(fix.latitudeDegrees(), fix.longitudeDegrees());
    }

    /// Along the great circle, at even speed: the chord between the two unit vectors is divided by
    /// angle (spherical linear interpolation), which knows no 180° and no pole.
    static Place between(Fix from, Fix to, long atMillis) {
        double share =
                (double) (atMillis - from.epochMillis()) / (to.epochMillis() - from.epochMillis());
        double[] a = vector(from);
        double[] b = vector(to);
        double cosine = Math.clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1.0, 1.0);
        double angle = Math.acos(cosine);
        if (angle < 1e-9) {
            return place(from);
        }
        double weightA = Math.sin((1 - share) * angle) / Math.sin(angle);
        double weightB = Math.sin(share * angle) / Math.sin(angle);
        double x = weightA * a[0] + weightB * b[0];
        double y = weightA * a[1] + weightB * b[1];
        double z = weightA * a[2] + weightB * b[2];
        return new Place(
                Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
    }

    private static double[] vector(Fix fix) {
        double latitude = Math.toRadians(fix.latitudeDegrees());
        double longitude = Math.toRadians(fix.longitudeDegrees());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude),
            Math.cos(latitude) * Math.sin(longitude),
            Math.sin(latitude)
        };
    }
}
