package org.fairlead.imagery.absence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fairlead.association.belief.EmptyScene;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Clear scenes of one place, and the ships seen in each. Pure.
public final class Absence {

    private final AbsenceConfig config;
    private final List<View> views;

    /// A scene with the sightings in its footprint at its time.
    public record View(Scene scene, List<Sighting> seen) {

        public View {
            seen = List.copyOf(seen);
        }
    }

    /// A scene that shows no ship of a length.
    ///
    /// @param recall of ships of that length
    /// @param factor what it leaves of her having been there, 1 - recall
    public record Empty(
            UUID sceneId,
            String name,
            Instant at,
            @Nullable Double cloudCover,
            double recall,
            double factor) {}

    public Absence(AbsenceConfig config, List<View> views) {
        this.config = config;
        this.views = views.stream().filter(view -> isClear(view.scene())).toList();
    }

    /// No scene says anything.
    public static Absence none(AbsenceConfig config) {
        return new Absence(config, List.of());
    }

    /// Unknown cloud, like unknown recall, proves nothing. Radar looks through clouds.
    private boolean isClear(Scene scene) {
        Double cloud = scene.cloudCover();
        return cloud == null
                ? scene.sensor().matches("(?i).*\\b(sar|radar)\\b.*")
                : cloud < config.cloudBelow();
    }

    /// Scenes that would have shown a ship of these lengths, and do not. A ship that stated several
    /// is given the least recall of them.
    ///
    /// @param lengthsMetres empty where her length is not known: then no scene proves anything
    public List<Empty> of(int[] lengthsMetres) {
        var empty = new ArrayList<Empty>();
        for (View view : views) {
            recall(view.scene(), lengthsMetres)
                    .ifPresent(recall -> {
                        if (view.seen().stream().noneMatch(seen -> canBe(seen, lengthsMetres))) {
                            empty.add(found(view.scene(), recall));
                        }
                    });
        }
        return independent(empty);
    }

    private static Empty found(Scene scene, double recall) {
        return new Empty(
                scene.id(), scene.name(), middle(scene), scene.cloudCover(), recall, 1 - recall);
    }

    private List<Empty> independent(List<Empty> empty) {
        var kept =
                EmptyScene.independent(
                        empty.stream().map(one -> new EmptyScene(one.at(), one.recall())).toList(),
                        config.independentAfter());
        var listed = new ArrayList<Empty>();
        for (EmptyScene scene : kept) {
            empty.stream()
                    .filter(one -> one.at().equals(scene.at()) && one.recall() == scene.recall())
                    .findFirst()
                    .ifPresent(listed::add);
        }
        return listed;
    }

    /// What all of them leave of her having been there, 0 to 1.
    public double factor(int[] lengthsMetres) {
        return views.isEmpty() ? 1 : product(of(lengthsMetres));
    }

    private static double product(List<Empty> empty) {
        return empty.stream().mapToDouble(Empty::factor).reduce(1, (one, other) -> one * other);
    }

    private static OptionalDouble recall(Scene scene, int[] lengths) {
        double least = Double.MAX_VALUE;
        for (int length : lengths) {
            var recall = scene.recallOf(length);
            if (recall.isEmpty()) {
                return recall;
            }
            least = Math.min(least, recall.getAsDouble());
        }
        return lengths.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(least);
    }

    /// A ship seen of which no length is stated can be anybody.
    private boolean canBe(Sighting seen, int[] lengths) {
        Double metres = seen.lengthMetres();
        if (metres == null) {
            return true;
        }
        Double error = seen.lengthErrorMetres();
        for (int length : lengths) {
            double granted =
                    Math.max(config.sameSizeShare() * length, error == null ? 0 : 3 * error);
            if (Math.abs(metres - length) <= granted) {
                return true;
            }
        }
        return false;
    }

    private static Instant middle(Scene scene) {
        return scene.acquisitionStart()
                .plus(
                        Duration.between(scene.acquisitionStart(), scene.acquisitionEnd())
                                .dividedBy(2));
    }
}
