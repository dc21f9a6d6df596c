package org.fairlead.association.ranking;

import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.SeaEnd;
import org.jspecify.annotations.Nullable;

/// A silence with its ends tied to the sea, which costs microseconds and is done once.
///
/// @param from absent where there is no sea graph
/// @param to absent, too, while the silence is open
public record Tied(IndexedSilence silence, @Nullable SeaEnd from, @Nullable SeaEnd to) {

    public static Tied of(IndexedSilence silence, @Nullable SeaDistance sea) {
        var to = silence.to();
        return sea == null
                ? new Tied(silence, null, null)
                : new Tied(silence, sea.end(silence.from()), to == null ? null : sea.end(to));
    }
}
