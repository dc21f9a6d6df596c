package org.fairlead.cases.lead;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Something a person noticed.
record NewLead(
        @Nullable String title,
        @Nullable List<Reason> why,
        @Nullable LeadVessel vessel,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable Priority priority,
        @Nullable Boolean synthetic) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_STATEMENT = 2_000;
    static final int MOST_REASONS = 20;

    NewLead checked() {
        Fields.order(occurredFrom, occurredTo, "/occurredTo");
        Fields.position(latitudeDegrees, longitudeDegrees);
        return new NewLead(
                Fields.text("/title", title, LONGEST_TITLE),
                reasons(),
                checkedVessel(),
                occurredFrom,
                occurredTo,
                latitudeDegrees,
                longitudeDegrees,
                priority == null ? Priority.NORMAL : priority,
                Boolean.TRUE.equals(synthetic));
    }

    private List<Reason> reasons() {
        if (why == null) {
            return List.of();
        }
        if (why.size() > MOST_REASONS) {
            throw ProblemException.invalid("/why", "expected at most " + MOST_REASONS);
        }
        var checked = new java.util.ArrayList<Reason>();
        for (int i = 0; i < why.size(); i++) {
            Reason reason = Fields.required("/why/" + i, why.get(i));
            checked.add(
                    new Reason(
                            Fields.required("/why/" + i + "/family", reason.family()),
                            Fields.text(
                                    "/why/" + i + "/statement",
                                    reason.statement(),
                                    LONGEST_STATEMENT)));
        }
        return checked;
    }

    private @Nullable LeadVessel checkedVessel() {
        return vessel == null
                ? null
                : new LeadVessel(
                        Fields.mmsi("/vessel/mmsi", vessel.mmsi()),
                        Fields.imo("/vessel/imo", vessel.imo()),
                        Fields.optionalText("/vessel/name", vessel.name(), LONGEST_TITLE));
    }

    /// What two of them have in common that are the same one: vessel, words, time and place.
    ///
    /// @return absent where no vessel is named: words alone are too little to tell
    @Nullable String likeness() {
        LeadVessel named = vessel;
        if (named == null || named.mmsi() == null && named.imo() == null) {
            return null;
        }
        String words =
                String.valueOf(title).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Stream.of(
                        named.mmsi(),
                        named.imo(),
                        words,
                        occurredFrom,
                        occurredTo,
                        latitudeDegrees,
                        longitudeDegrees)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
