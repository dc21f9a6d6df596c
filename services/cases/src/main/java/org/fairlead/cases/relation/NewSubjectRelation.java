package org.fairlead.cases.relation;

import java.time.LocalDate;
import java.util.UUID;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A relation somebody writes down.
record NewSubjectRelation(
        @Nullable UUID source,
        @Nullable UUID target,
        @Nullable RelationKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID evidenceId,
        @Nullable String note) {

    private static final int LONGEST_NOTE = 2_000;

    NewSubjectRelation checked() {
        UUID first = Fields.required("/source", source);
        UUID second = Fields.required("/target", target);
        if (first.equals(second)) {
            throw ProblemException.invalid("/target", "expected another subject than /source");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("/to", "ends before it starts (%s)".formatted(from));
        }
        return new NewSubjectRelation(
                first,
                second,
                Fields.required("/kind", kind),
                from,
                to,
                evidenceId,
                Fields.optionalText("/note", note, LONGEST_NOTE));
    }
}
