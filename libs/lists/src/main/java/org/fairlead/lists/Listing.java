package org.fairlead.lists;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One entry of a list, as one version of the publisher's file has it.
///
/// @param sourceId the publisher's own id, stable over versions
/// @param type `vessel`, `aircraft`, `individual` or `entity`
/// @param names the primary name first; at least one
/// @param vessel what is said of a ship or aircraft; empty for others
/// @param party what is said of a person or company; empty for craft
/// @param remarks the publisher's free text, as far as it is one text
/// @param otherFields what else the entry says, as `NAME: value`, sorted
public record Listing(
        String sourceId,
        String type,
        List<ListedName> names,
        VesselParticulars vessel,
        PartyParticulars party,
        Designation designation,
        @Nullable String remarks,
        List<String> otherFields) {

    public static final String VESSEL = "vessel";
    public static final String AIRCRAFT = "aircraft";
    public static final String INDIVIDUAL = "individual";
    public static final String ENTITY = "entity";

    /// All an entry can be.
    public static final Set<String> TYPES = Set.of(VESSEL, AIRCRAFT, INDIVIDUAL, ENTITY);

    public Listing {
        if (sourceId.isBlank() || names.isEmpty()) {
            throw new IllegalArgumentException("a listing needs an id and a name: " + sourceId);
        }
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("no type of listing: " + type);
        }
        names = List.copyOf(names);
        otherFields = List.copyOf(otherFields);
    }

    /// The primary name.
    public String name() {
        return names.getFirst().text();
    }

    /// Every name but the primary one.
    public List<String> aliases() {
        return names.stream().skip(1).map(ListedName::text).toList();
    }

    public List<String> programs() {
        return designation.programs();
    }

    /// The earliest date of listing the publisher gives, with the field it stands in; absent where
    /// the file has none.
    public Optional<ListingDate> earliestDate() {
        return designation.dates().stream().min(Comparator.comparing(ListingDate::date));
    }

    public @Nullable LocalDate listedOn() {
        return earliestDate().map(ListingDate::date).orElse(null);
    }

    /// The first IMO number of the company; absent for ships.
    public @Nullable String companyImo() {
        return party.companyImos().isEmpty() ? null : party.companyImos().getFirst();
    }
}
