package org.fairlead.cases.watch;

import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What is to be watched.
///
/// @param title for people to read; absent = what is watched
/// @param words of a query, as in a search: `angara -tanker "dark port"`
record NewWatch(
        @Nullable WatchKind kind,
        @Nullable String title,
        @Nullable String mmsi,
        @Nullable String imo,
        @Nullable Area area,
        @Nullable String words) {

    private static final int LONGEST = 200;

    NewWatch checked() {
        String name = Fields.optionalText("/title", title, LONGEST);
        return switch (Fields.required("/kind", kind)) {
            case VESSEL -> vessel(name);
            case AREA ->
                    new NewWatch(
                            WatchKind.AREA,
                            name == null ? "An area" : name,
                            null,
                            null,
                            Fields.required("/area", area).checked("/area"),
                            null);
            case QUERY -> {
                String query = Fields.text("/words", words, LONGEST);
                yield new NewWatch(
                        WatchKind.QUERY, name == null ? query : name, null, null, null, query);
            }
        };
    }

    private NewWatch vessel(@Nullable String name) {
        String checkedMmsi = Fields.mmsi("/mmsi", mmsi);
        String checkedImo = Fields.imo("/imo", imo);
        if (checkedMmsi == null && checkedImo == null) {
            throw ProblemException.invalid("/mmsi", "expected an MMSI or an IMO number");
        }
        String number = checkedMmsi == null ? "IMO " + checkedImo : "MMSI " + checkedMmsi;
        return new NewWatch(
                WatchKind.VESSEL,
                name == null ? number : name,
                checkedMmsi,
                checkedImo,
                null,
                null);
    }
}
