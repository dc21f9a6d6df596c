package org.fairlead.cases.record;

import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// A note to be added.
record NewNote(@Nullable String text) {

    private static final int LONGEST = 20_000;

    NewNote checked() {
        return new NewNote(Fields.text("/text", text, LONGEST));
    }
}
