package org.fairlead.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list says of a ship. Sets, because lists give one ship several numbers; text as
/// published, because `99,144` may be tons or a misprint.
///
/// @param imos seven digits each as published; not always valid numbers ([ImoNumber])
/// @param mmsis nine digits each
/// @param flags present ones, as published
/// @param parties owners, operators and managers as listed, present and former
public record VesselParticulars(
        List<String> imos,
        List<String> mmsis,
        List<String> callSigns,
        List<String> flags,
        List<String> formerFlags,
        Build build,
        List<RelatedParty> parties) {

    public static final VesselParticulars NONE =
            new VesselParticulars(
                    List.of(), List.of(), List.of(), List.of(), List.of(), Build.NONE, List.of());

    /// What the ship is, as published.
    ///
    /// @param tonnage deadweight where the publisher tells the two apart
    /// @param yearBuilt four digits
    /// @param length in metres where the publisher gives a unit
    public record Build(
            @Nullable String type,
            @Nullable String tonnage,
            @Nullable String grossTonnage,
            @Nullable String yearBuilt,
            @Nullable String length) {

        public static final Build NONE = new Build(null, null, null, null, null);
    }

    public VesselParticulars {
        imos = List.copyOf(imos);
        mmsis = List.copyOf(mmsis);
        callSigns = List.copyOf(callSigns);
        flags = List.copyOf(flags);
        formerFlags = List.copyOf(formerFlags);
        parties = List.copyOf(parties);
    }

    /// The first IMO number given.
    public @Nullable String imo() {
        return first(imos);
    }

    public @Nullable String mmsi() {
        return first(mmsis);
    }

    public @Nullable String callSign() {
        return first(callSigns);
    }

    public @Nullable String flag() {
        return first(flags);
    }

    /// The first present owner's name.
    public @Nullable String owner() {
        return parties.stream()
                .filter(party -> party.role() == RelatedParty.Role.OWNER)
                .map(RelatedParty::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
