package org.fairlead.imagery.scene;

import java.util.Map;
import org.fairlead.imagery.filter.Box;
import org.fairlead.imagery.filter.Conditions;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Which scenes are asked for: an HQL condition with its parameters, newest first.
record SceneSearch(String condition, Map<String, Object> parameters) {

    /// @param bbox scenes whose own box touches it
    static SceneSearch of(
            @Nullable String bbox,
            @Nullable String from,
            @Nullable String to,
            @Nullable String state,
            @Nullable String name,
            @Nullable Cursor after) {
        var conditions = new Conditions();
        conditions.addState(state);
        if (bbox != null) {
            addBox(Box.parse(bbox), conditions);
        }
        conditions.addTime("from", from, "endAt >= :from");
        conditions.addTime("to", to, "startAt <= :to");
        if (name != null && !name.isBlank()) {
            if (name.indexOf('\0') >= 0) {
                throw ProblemException.invalid("name", "has control characters");
            }
            conditions.add("name = :name", Map.of("name", name.strip()));
        }
        conditions.addAfter(after, "startAt");
        return new SceneSearch(conditions.text(), conditions.parameters());
    }

    /// A box over the antimeridian is told on to the east; a footprint begins west of 180 but may
    /// run on past it, so both are compared a turn apart as well.
    private static void addBox(Box box, Conditions conditions) {
        double east = box.crossesAntimeridian() ? box.east() + 360 : box.east();
        conditions.add(
                "south <= :north and north >= :south"
                        + " and ((west <= :east and east >= :west)"
                        + " or (west <= :east - 360 and east >= :west - 360)"
                        + " or (west <= :east + 360 and east >= :west + 360))",
                Map.of(
                        "west",
                        box.west(),
                        "south",
                        box.south(),
                        "east",
                        east,
                        "north",
                        box.north()));
    }
}
