package org.fairlead.imagery.sighting;

import java.util.Map;
import java.util.UUID;
import org.fairlead.imagery.filter.Box;
import org.fairlead.imagery.filter.Conditions;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Which sightings are asked for: an HQL condition with its parameters, newest first.
record SightingSearch(String condition, Map<String, Object> parameters) {

    static SightingSearch of(
            @Nullable String bbox,
            @Nullable String from,
            @Nullable String to,
            @Nullable String state,
            @Nullable String scene,
            @Nullable Cursor after) {
        var conditions = new Conditions();
        conditions.addState(state);
        if (bbox != null) {
            addBox(Box.parse(bbox), conditions);
        }
        conditions.addTime("from", from, "toAt >= :from");
        conditions.addTime("to", to, "fromAt <= :to");
        if (scene != null) {
            conditions.add("registeredSceneId = :scene", Map.of("scene", id(scene)));
        }
        conditions.addAfter(after, "fromAt");
        return new SightingSearch(conditions.text(), conditions.parameters());
    }

    private static UUID id(String scene) {
        try {
            return UUID.fromString(scene);
        } catch (IllegalArgumentException foreign) {
            throw ProblemException.invalid("scene", "expected the id of a scene");
        }
    }

    private static void addBox(Box box, Conditions conditions) {
        conditions.add(
                "latitude between :south and :north and "
                        + (box.crossesAntimeridian()
                                ? "(longitude >= :west or longitude <= :east)"
                                : "longitude between :west and :east"),
                Map.of(
                        "west", box.west(),
                        "south", box.south(),
                        "east", box.east(),
                        "north", box.north()));
    }
}
