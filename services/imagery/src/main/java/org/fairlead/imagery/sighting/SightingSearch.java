package org.fairlead.imagery.sighting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            @Nullable Cursor after) {
        var conditions = new ArrayList<String>(List.of("true = true"));
        var parameters = new HashMap<String, Object>();
        if (state == null || !state.equals("all")) {
            conditions.add("state = :state");
            parameters.put("state", checkedState(state));
        }
        if (bbox != null) {
            addBox(numbers(bbox), conditions, parameters);
        }
        addTime("from", from, "toAt >= :from", conditions, parameters);
        addTime("to", to, "fromAt <= :to", conditions, parameters);
        if (after != null) {
            conditions.add("(fromAt < :afterTime or (fromAt = :afterTime and id < :afterId))");
            parameters.put("afterTime", cursorTime(after));
            parameters.put("afterId", cursorId(after));
        }
        return new SightingSearch(String.join(" and ", conditions), parameters);
    }

    private static String checkedState(@Nullable String state) {
        String wanted = state == null ? "recorded" : state;
        if (!List.of("recorded", "withdrawn").contains(wanted)) {
            throw ProblemException.invalid("state", "expected recorded, withdrawn or all");
        }
        return wanted;
    }

    private static void addBox(
            double[] box, List<String> conditions, Map<String, Object> parameters) {
        parameters.put("west", box[0]);
        parameters.put("south", box[1]);
        parameters.put("east", box[2]);
        parameters.put("north", box[3]);
        conditions.add("latitude between :south and :north");
        // West of its own west: the box crosses the antimeridian.
        conditions.add(
                box[0] <= box[2]
                        ? "longitude between :west and :east"
                        : "(longitude >= :west or longitude <= :east)");
    }

    private static double[] numbers(String bbox) {
        String[] parts = bbox.split(",", -1);
        var box = new double[4];
        try {
            for (int side = 0; side < 4; side++) {
                box[side] = Double.parseDouble(parts[side].strip());
            }
            if (parts.length == 4
                    && Math.abs(box[0]) <= 180
                    && Math.abs(box[2]) <= 180
                    && box[1] <= box[3]
                    && Math.abs(box[1]) <= 90
                    && Math.abs(box[3]) <= 90) {
                return box;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException faulty) {
            // refused below
        }
        throw ProblemException.invalid("bbox", "expected west,south,east,north in degrees");
    }

    private static void addTime(
            String name,
            @Nullable String text,
            String condition,
            List<String> conditions,
            Map<String, Object> parameters) {
        var faults = new Faults();
        Instant time = faults.time(name, text);
        if (!faults.found().isEmpty()) {
            throw ProblemException.invalid(name, faults.found().getFirst().detail());
        }
        if (time != null) {
            conditions.add(condition);
            parameters.put(name, time);
        }
    }

    private static Instant cursorTime(Cursor cursor) {
        try {
            return Instant.parse(cursor.sortKey());
        } catch (java.time.DateTimeException foreign) {
            throw ProblemException.invalid("cursor", "not a cursor of this list");
        }
    }

    private static UUID cursorId(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException foreign) {
            throw ProblemException.invalid("cursor", "not a cursor of this list");
        }
    }
}
