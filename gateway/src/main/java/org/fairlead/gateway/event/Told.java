package org.fairlead.gateway.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that may go out on one connection, and where the reader stands after it.
///
/// @param change what it is about; absent for a notice about the stream itself
record Told(Notice notice, Position position, @Nullable Change change) {

    static Told of(Change change) {
        return new Told(Notice.of(change.content()), change.position(), change);
    }

    Optional<Change> about() {
        return Optional.ofNullable(change);
    }
}
