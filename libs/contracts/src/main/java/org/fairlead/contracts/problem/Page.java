package org.fairlead.contracts.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list. `nextCursor` is opaque; absent on the last page.
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAXIMUM_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }
}
