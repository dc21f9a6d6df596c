package org.fairlead.ais.hygiene;

import java.util.Locale;

/// Why a report that was decoded is not passed on as a fix. Each has its own counter.
public enum Doubt {
    ZERO_POSITION("The position is exactly 0°/0°, which a receiver without a fix sends."),
    NOISE_SPEED("The speed is one that only noise sends (51.2 or 63.0 kn)."),
    IMPOSSIBLE_JUMP(
            "The ship would have sailed faster than any ship since her fix before, and nothing"
                    + " after it agrees."),
    LONG_RANGE("A long-range report shortly after a better fix of the same ship."),
    RECEIVER_CLOCK("The receiver's clock was wrong in this hour, as other receivers show."),
    UNCONFIRMED_TIME(
            "The time lies far ahead of all others of its source, and too few transmitters"
                    + " confirm it.");

    private final String sentence;

    Doubt(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /// Lower-kebab: a name in the API and in metrics.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
