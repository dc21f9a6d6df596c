package org.fairlead.sanctions.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A dated public fact: this list has had this ship from that day on, says that source.
///
/// @param id follows from list, IMO and day: the same fact has the same id
/// @param imo seven digits with a right check digit
public record ReferenceFact(
        UUID id,
        String authority,
        String list,
        String imo,
        String name,
        LocalDate listedOn,
        String source,
        String recordedBy,
        Instant recordedAt) {}
