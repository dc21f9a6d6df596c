package org.fairlead.cases.finding;

import java.util.UUID;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// An exhibit that speaks for or against a finding.
///
/// @param note what in it does
record Link(@Nullable UUID evidenceId, @Nullable Stance stance, @Nullable String note) {

    private static final int LONGEST_NOTE = 2_000;

    Link checked(String pointer) {
        return new Link(
                Fields.required(pointer + "/evidenceId", evidenceId),
                Fields.required(pointer + "/stance", stance),
                Fields.optionalText(pointer + "/note", note, LONGEST_NOTE));
    }
}
