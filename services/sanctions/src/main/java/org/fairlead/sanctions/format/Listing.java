package org.fairlead.sanctions.format;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One entry of a list, as one version of the publisher's file has it.
///
/// @param sourceId the publisher's own id, stable over versions
/// @param type `vessel`, `aircraft`, `individual` or `entity`
/// @param vessel what is said of a ship or aircraft; empty for others
/// @param companyImo an IMO number in the file that is a company's, not a ship's
/// @param listedOn the publisher's own date of listing, where the file has one
/// @param otherFields what else the entry says, as `NAME: value`, sorted
public record Listing(
        String sourceId,
        String type,
        String name,
        List<String> aliases,
        List<String> programs,
        VesselParticulars vessel,
        @Nullable String companyImo,
        @Nullable String remarks,
        @Nullable LocalDate listedOn,
        List<String> otherFields) {

    public static final String VESSEL = "vessel";

    /// All an entry can be.
    public static final Set<String> TYPES = Set.of(VESSEL, "aircraft", "individual", "entity");

    public Listing {
        if (sourceId.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a listing needs an id and a name: " + sourceId);
        }
        aliases = List.copyOf(aliases);
        programs = List.copyOf(programs);
        otherFields = List.copyOf(otherFields);
    }
}
