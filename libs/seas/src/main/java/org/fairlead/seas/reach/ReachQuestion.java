package org.fairlead.seas.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// A silence: the last report before it, the first one after it, and the fastest she can have been.
///
/// @param to absent when she did not come back; then `until` is how far we look
/// @param knots over 0 to 60
public record ReachQuestion(
        Place from, Instant since, @Nullable Place to, Instant until, double knots) {

    private static final Duration LONGEST = Duration.ofDays(400);

    public ReachQuestion {
        if (!(knots > 0 && knots <= 60)) {
            throw new IllegalArgumentException("speed outside 0 to 60 kn: " + knots);
        }
        if (!until.isAfter(since)) {
            throw new IllegalArgumentException("a silence ends after it begins: " + until);
        }
        if (Duration.between(since, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a silence longer than 400 days");
        }
    }

    public double hours() {
        return Duration.between(since, until).toMillis() / 3_600_000.0;
    }

    /// How far she can have sailed in all.
    public double nauticalMiles() {
        return hours() * knots;
    }

    public Optional<Place> end() {
        return Optional.ofNullable(to);
    }

    Instant after(double nauticalMiles) {
        return since.plusMillis(Math.round(nauticalMiles / knots * 3_600_000));
    }

    Instant before(double nauticalMiles) {
        return until.minusMillis(Math.round(nauticalMiles / knots * 3_600_000));
    }
}
