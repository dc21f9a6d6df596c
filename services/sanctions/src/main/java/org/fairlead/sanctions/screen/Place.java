package org.fairlead.sanctions.screen;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where a page begins: newest first, then by id.
record Place(Instant at, UUID id) {

    static Place of(@Nullable Cursor cursor) {
        try {
            return cursor == null
                    ? new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0))
                    : new Place(Instant.parse(cursor.sortKey()), UUID.fromString(cursor.id()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "take it unchanged from nextCursor");
        }
    }

    /// @throws ProblemException `not-found` for what is no id
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
