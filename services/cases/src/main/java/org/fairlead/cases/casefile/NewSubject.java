package org.fairlead.cases.casefile;

import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Somebody or something a case is to be about.
public record NewSubject(
        Subject.@Nullable Kind kind,
        @Nullable String mmsi,
        @Nullable String imo,
        @Nullable String name) {

    private static final int LONGEST_NAME = 200;

    NewSubject checked() {
        var checked =
                new NewSubject(
                        Fields.required("/kind", kind),
                        Fields.mmsi("/mmsi", mmsi),
                        Fields.imo("/imo", imo),
                        Fields.optionalText("/name", name, LONGEST_NAME));
        if (checked.mmsi == null && checked.imo == null && checked.name == null) {
            throw ProblemException.invalid("/name", "expected a name, an MMSI or an IMO number");
        }
        return checked;
    }
}
