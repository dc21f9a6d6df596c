package org.fairlead.sanctions.asof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairlead.contracts.sanctions.ListingRef;
import org.jspecify.annotations.Nullable;

/// What a list said of an entry, and in which versions.
///
/// @param listedOn the publisher's own date
/// @param lastVersion absent while the current version has it
public record Entry(
        ListingRef listing,
        @Nullable LocalDate listedOn,
        int firstVersion,
        @Nullable Integer lastVersion) {

    boolean isOn(int version) {
        return firstVersion <= version && (lastVersion == null || lastVersion >= version);
    }

    static Optional<Entry> on(List<Entry> entries, int version) {
        return entries.stream().filter(entry -> entry.isOn(version)).findFirst();
    }
}
