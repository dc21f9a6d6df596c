package org.fairlead.imagery.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// HQL conditions with their parameters, gathered one by one.
public final class Conditions {

    private final List<String> conditions = new ArrayList<>(List.of("true = true"));
    private final Map<String, Object> parameters = new HashMap<>();

    public String text() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    public void add(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
    }

    /// Recorded ones where nothing is asked for.
    public void addState(@Nullable String state) {
        if (state != null && state.equals("all")) {
            return;
        }
        String wanted = state == null ? "recorded" : state;
        if (!List.of("recorded", "withdrawn").contains(wanted)) {
            throw ProblemException.invalid("state", "expected recorded, withdrawn or all");
        }
        add("state = :state", Map.of("state", wanted));
    }

    public void addTime(String name, @Nullable String text, String condition) {
        Instant time = time(name, text);
        if (time != null) {
            add(condition, Map.of(name, time));
        }
    }

    /// @throws ProblemException for a text that is no time
    public static @Nullable Instant time(String name, @Nullable String text) {
        var faults = new Faults();
        Instant time = faults.time(name, text);
        if (!faults.found().isEmpty()) {
            throw ProblemException.invalid(name, faults.found().getFirst().detail());
        }
        return time;
    }

    /// Rows after the cursor, newest first by the given column.
    public void addAfter(@Nullable Cursor after, String column) {
        if (after == null) {
            return;
        }
        try {
            add(
                    "(%1$s < :afterTime or (%1$s = :afterTime and id < :afterId))"
                            .formatted(column),
                    Map.of(
                            "afterTime",
                            Instant.parse(after.sortKey()),
                            "afterId",
                            UUID.fromString(after.id())));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw ProblemException.invalid("cursor", "not a cursor of this list");
        }
    }
}
