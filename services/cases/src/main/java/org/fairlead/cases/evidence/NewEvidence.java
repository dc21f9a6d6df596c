package org.fairlead.cases.evidence;

import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// A record to be frozen into a case.
record NewEvidence(
        @Nullable EvidenceKind kind, @Nullable RecordAddress ref, @Nullable String note) {

    private static final int LONGEST_NOTE = 5_000;

    NewEvidence checked() {
        EvidenceKind known = Fields.required("/kind", kind);
        return new NewEvidence(
                known,
                RecordAddress.of(known, ref),
                Fields.optionalText("/note", note, LONGEST_NOTE));
    }
}
