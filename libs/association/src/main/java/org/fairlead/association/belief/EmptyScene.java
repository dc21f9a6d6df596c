package org.fairlead.association.belief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A scene that covered a place and shows no ship of a size there.
///
/// @param recall of ships of that size, 0 to 1: how many of a hundred are seen
public record EmptyScene(Instant at, double recall) {

    public EmptyScene {
        if (!(recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException("recall outside 0 to 1: " + recall);
        }
    }

    /// The scenes that count: two views within `apart` see the same weather, the same smoke and the
    /// same ship moored beside the same crane, so of such only the better one proves anything.
    public static List<EmptyScene> independent(List<EmptyScene> scenes, Duration apart) {
        var best =
                scenes.stream()
                        .sorted(
                                Comparator.comparingDouble(EmptyScene::recall)
                                        .reversed()
                                        .thenComparing(EmptyScene::at))
                        .toList();
        var kept = new ArrayList<EmptyScene>();
        for (EmptyScene scene : best) {
            if (kept.stream().allMatch(other -> other.isApart(scene, apart))) {
                kept.add(scene);
            }
        }
        return kept;
    }

    private boolean isApart(EmptyScene other, Duration least) {
        return Duration.between(at, other.at).abs().compareTo(least) >= 0;
    }

    /// What is left of "she was there" after these scenes: the product of all (1 - recall).
    public static double factor(List<EmptyScene> independent) {
        return independent.stream()
                .mapToDouble(scene -> 1 - scene.recall())
                .reduce(1, (one, other) -> one * other);
    }
}
