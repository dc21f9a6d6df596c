package org.fairlead.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.VesselParticulars.Build;
import org.jspecify.annotations.Nullable;

/// Collects what a file says of an entry, in whatever order. Blank values are left out, repeated
/// ones kept once; white space inside becomes one space.
public final class ListingBuilder {

    private final String sourceId;
    private String type = Listing.ENTITY;
    private @Nullable ListedName primary;
    private final Map<String, ListedName> otherNames = new LinkedHashMap<>();
    private final Set<String> imos = new LinkedHashSet<>();
    private final Set<String> mmsis = new LinkedHashSet<>();
    private final Set<String> callSigns = new LinkedHashSet<>();
    private final Set<String> flags = new LinkedHashSet<>();
    private final Set<String> formerFlags = new LinkedHashSet<>();
    private final Set<RelatedParty> parties = new LinkedHashSet<>();
    private final Set<String> companyImos = new LinkedHashSet<>();
    private final Set<String> birthDates = new LinkedHashSet<>();
    private final Set<String> countries = new LinkedHashSet<>();
    private final Set<String> programs = new LinkedHashSet<>();
    private final Set<ListingDate> dates = new LinkedHashSet<>();
    private final Set<String> otherFields = new TreeSet<>();
    private Build build = Build.NONE;
    private @Nullable String remarks;

    public ListingBuilder(String sourceId) {
        this.sourceId = sourceId;
    }

    public String sourceId() {
        return sourceId;
    }

    public ListingBuilder type(String value) {
        type = value;
        return this;
    }

    public boolean isCraft() {
        return type.equals(Listing.VESSEL) || type.equals(Listing.AIRCRAFT);
    }

    public boolean hasPrimaryName() {
        return primary != null;
    }

    public boolean hasName() {
        return primary != null || !otherNames.isEmpty();
    }

    /// The primary name, else the first other, else the id.
    public String anyName() {
        return primary != null
                ? primary.text()
                : otherNames.keySet().stream().findFirst().orElse(sourceId);
    }

    /// The first primary name stays it; further ones are kept as others.
    public ListingBuilder name(@Nullable String text, Kind kind, Strength strength) {
        String clean = clean(text);
        if (clean == null) {
            return this;
        }
        if (kind == Kind.PRIMARY && primary == null) {
            primary = ListedName.of(clean, Kind.PRIMARY, strength);
        } else {
            var other = kind == Kind.PRIMARY ? Kind.AKA : kind;
            otherNames.merge(
                    clean, ListedName.of(clean, other, strength), ListingBuilder::stronger);
        }
        return this;
    }

    private static ListedName stronger(ListedName one, ListedName other) {
        return one.strength() == Strength.WEAK && other.strength() == Strength.STRONG ? other : one;
    }

    public ListingBuilder primary(@Nullable String text) {
        return name(text, Kind.PRIMARY, Strength.STRONG);
    }

    public ListingBuilder aka(@Nullable String text) {
        return name(text, Kind.AKA, Strength.STRONG);
    }

    /// An IMO number as published: the ship's when the entry is one, else the company's.
    public ListingBuilder imo(@Nullable String digits) {
        add(isCraft() ? imos : companyImos, digits);
        return this;
    }

    public ListingBuilder companyImo(@Nullable String digits) {
        add(companyImos, digits);
        return this;
    }

    public ListingBuilder mmsi(@Nullable String digits) {
        add(mmsis, digits);
        return this;
    }

    public ListingBuilder callSign(@Nullable String value) {
        add(callSigns, value);
        return this;
    }

    public ListingBuilder flag(@Nullable String value) {
        add(flags, value);
        return this;
    }

    public ListingBuilder formerFlag(@Nullable String value) {
        add(formerFlags, value);
        return this;
    }

    public ListingBuilder party(
            @Nullable String name,
            RelatedParty.Role role,
            @Nullable String imo,
            @Nullable String id) {
        String clean = clean(name);
        if (clean != null) {
            parties.add(new RelatedParty(clean, role, clean(imo), clean(id)));
        }
        return this;
    }

    public ListingBuilder vesselType(@Nullable String value) {
        build =
                new Build(
                        or(value, build.type()),
                        build.tonnage(),
                        build.grossTonnage(),
                        build.yearBuilt(),
                        build.length());
        return this;
    }

    public ListingBuilder tonnage(@Nullable String value) {
        build =
                new Build(
                        build.type(),
                        or(value, build.tonnage()),
                        build.grossTonnage(),
                        build.yearBuilt(),
                        build.length());
        return this;
    }

    public ListingBuilder grossTonnage(@Nullable String value) {
        build =
                new Build(
                        build.type(),
                        build.tonnage(),
                        or(value, build.grossTonnage()),
                        build.yearBuilt(),
                        build.length());
        return this;
    }

    public ListingBuilder yearBuilt(@Nullable String value) {
        build =
                new Build(
                        build.type(),
                        build.tonnage(),
                        build.grossTonnage(),
                        or(value, build.yearBuilt()),
                        build.length());
        return this;
    }

    public ListingBuilder length(@Nullable String value) {
        build =
                new Build(
                        build.type(),
                        build.tonnage(),
                        build.grossTonnage(),
                        build.yearBuilt(),
                        or(value, build.length()));
        return this;
    }

    public ListingBuilder birthDate(@Nullable String value) {
        add(birthDates, value);
        return this;
    }

    public ListingBuilder country(@Nullable String value) {
        add(countries, value);
        return this;
    }

    public ListingBuilder program(@Nullable String value) {
        add(programs, value);
        return this;
    }

    public ListingBuilder listedOn(LocalDate date, String field) {
        dates.add(new ListingDate(date, field));
        return this;
    }

    public ListingBuilder remarks(@Nullable String value) {
        remarks = value == null || value.isBlank() ? remarks : value.strip();
        return this;
    }

    public ListingBuilder other(String field, @Nullable String value) {
        String clean = clean(value);
        if (clean != null) {
            otherFields.add(field + ": " + clean);
        }
        return this;
    }

    /// @throws UnreadableFile when no name was given
    public Listing build() throws UnreadableFile {
        var names = new ArrayList<ListedName>();
        var first = primary == null ? firstOfOthers() : primary;
        names.add(first);
        otherNames.values().stream()
                .filter(name -> !name.text().equals(first.text()))
                .forEach(names::add);
        return new Listing(
                sourceId,
                type,
                names,
                vessel(),
                new PartyParticulars(
                        List.copyOf(companyImos), List.copyOf(birthDates), List.copyOf(countries)),
                new Designation(List.copyOf(programs), List.copyOf(dates)),
                remarks,
                List.copyOf(otherFields));
    }

    private ListedName firstOfOthers() throws UnreadableFile {
        return otherNames.values().stream()
                .findFirst()
                .map(name ->
                        new ListedName(name.text(), Kind.PRIMARY, name.strength(), name.script()))
                .orElseThrow(() -> new UnreadableFile("entry " + sourceId + " has no name"));
    }

    private VesselParticulars vessel() {
        boolean isEmpty =
                Stream.of(imos, mmsis, callSigns, flags, formerFlags, parties)
                                .allMatch(Set::isEmpty)
                        && build.equals(Build.NONE);
        return isEmpty
                ? VesselParticulars.NONE
                : new VesselParticulars(
                        List.copyOf(imos),
                        List.copyOf(mmsis),
                        List.copyOf(callSigns),
                        List.copyOf(flags),
                        List.copyOf(formerFlags),
                        build,
                        List.copyOf(parties));
    }

    private static void add(Set<String> values, @Nullable String value) {
        String clean = clean(value);
        if (clean != null) {
            values.add(clean);
        }
    }

    private static @Nullable String or(@Nullable String value, @Nullable String otherwise) {
        String clean = clean(value);
        return clean == null ? otherwise : clean;
    }

    /// Stripped, with one space for any white space inside and without marks of direction; absent
    /// when nothing is left.
    public static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return isClean(text) ? text : cleaned(text);
    }

    /// Most are.
    private static boolean isClean(String text) {
        boolean isAfterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            boolean isPlainSpace = at == ' ';
            if ((isPlainSpace && isAfterSpace) || (!isPlainSpace && isSpace(at)) || isMark(at)) {
                return false;
            }
            isAfterSpace = isPlainSpace;
        }
        return !isAfterSpace;
    }

    private static @Nullable String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        boolean isSpaceDue = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (isSpace(at)) {
                isSpaceDue = !clean.isEmpty();
            } else if (!isMark(at)) {
                if (isSpaceDue) {
                    clean.append(' ');
                    isSpaceDue = false;
                }
                clean.append(at);
            }
        }
        return clean.isEmpty() ? null : clean.toString();
    }

    private static boolean isSpace(char at) {
        return at <= ' ' || at == 0xA0 || (at > 0x7F && Character.isWhitespace(at));
    }

    // Zero-width joiners stay: Persian is spelled with them.
    private static boolean isMark(char at) {
        return at >= 0x200B
                && (at == 0x200B
                        || at == 0x200E
                        || at == 0x200F
                        || (at >= 0x202A && at <= 0x202E)
                        || (at >= 0x2066 && at <= 0x2069)
                        || at == 0xFEFF);
    }
}
