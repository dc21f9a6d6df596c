package org.fairlead.lists.un;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.jspecify.annotations.Nullable;

/// One entry of the UN's list while it is read: values by the path of their element.
final class UnEntry {

    private static final List<String> NAMES =
            List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME");
    private static final Set<String> ALIASES =
            Set.of("INDIVIDUAL_ALIAS/ALIAS_NAME", "ENTITY_ALIAS/ALIAS_NAME");
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "DATAID",
                    "FIRST_NAME",
                    "SECOND_NAME",
                    "THIRD_NAME",
                    "FOURTH_NAME",
                    "NAME_ORIGINAL_SCRIPT",
                    "UN_LIST_TYPE",
                    "LISTED_ON",
                    "COMMENTS1",
                    "INDIVIDUAL_ALIAS/ALIAS_NAME",
                    "ENTITY_ALIAS/ALIAS_NAME");
    private static final List<String> BIRTHS =
            List.of("INDIVIDUAL_DATE_OF_BIRTH/DATE", "INDIVIDUAL_DATE_OF_BIRTH/YEAR");
    private static final List<String> COUNTRIES =
            List.of("NATIONALITY/VALUE", "ENTITY_ADDRESS/COUNTRY");
    // Of companies, always: the UN's file lists no ships.
    private static final Pattern COMPANY_IMO =
            Pattern.compile("\\bIMO\\)?(?: [Nn]umber| Number)?:? (\\d{7})\\b");

    private final String type;
    private final List<Value> values = new ArrayList<>();

    private UnEntry(String type) {
        this.type = type;
    }

    static UnEntry of(String type, Element record) {
        var entry = new UnEntry(type);
        record.children().forEach(child -> entry.addLeaves(child, child.name()));
        return entry;
    }

    private void addLeaves(Element element, String path) {
        String text = ListingBuilder.clean(element.text());
        if (text != null) {
            values.add(new Value(path, text));
        }
        element.children().forEach(child -> addLeaves(child, path + "/" + child.name()));
    }

    Listing listing() throws UnreadableFile {
        String remarks = first("COMMENTS1").orElse(null);
        var listing =
                new ListingBuilder(required("DATAID"))
                        .type(type)
                        .primary(name())
                        .program(required("UN_LIST_TYPE"))
                        .companyImo(companyImo(remarks))
                        .remarks(remarks)
                        .listedOn(listedOn(), "LISTED_ON");
        aliases(listing);
        all("NAME_ORIGINAL_SCRIPT")
                .forEach(name -> listing.name(name, Kind.ORIGINAL_SCRIPT, Strength.STRONG));
        births(listing);
        COUNTRIES.stream().flatMap(this::all).forEach(listing::country);
        values.stream()
                .filter(value -> !ELSEWHERE.contains(value.path()))
                .forEach(value -> listing.other(value.path(), value.text()));
        return listing.build();
    }

    private String name() throws UnreadableFile {
        String name = NAMES.stream().flatMap(this::all).collect(Collectors.joining(" "));
        if (name.isBlank()) {
            throw new UnreadableFile("an entry without FIRST_NAME");
        }
        return name;
    }

    /// The quality stands before or after its name, but always in the same alias; several names may
    /// share one element, separated by `; `.
    private void aliases(ListingBuilder listing) {
        String quality = "";
        for (Value value : values) {
            if (value.path().endsWith("_ALIAS/QUALITY")) {
                quality = value.text().toLowerCase(Locale.ROOT);
            } else if (ALIASES.contains(value.path())) {
                var kind = quality.startsWith("f.k.a") ? Kind.FKA : Kind.AKA;
                var strength = quality.equals("low") ? Strength.WEAK : Strength.STRONG;
                for (String name : value.text().split(";", -1)) {
                    listing.name(name, kind, strength);
                }
            }
        }
    }

    private void births(ListingBuilder listing) {
        BIRTHS.stream()
                .flatMap(this::all)
                .map(text -> text.matches("\\d{4}-\\d\\d-\\d\\d.+") ? text.substring(0, 10) : text)
                .forEach(listing::birthDate);
    }

    /// `2011-06-29`, and in some years `2011-06-29-04:00`.
    private LocalDate listedOn() throws UnreadableFile {
        String text = required("LISTED_ON");
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new UnreadableFile("LISTED_ON is no date: " + UnreadableFile.shortened(text));
        }
    }

    private static @Nullable String companyImo(@Nullable String remarks) {
        if (remarks == null) {
            return null;
        }
        var matcher = COMPANY_IMO.matcher(remarks);
        return matcher.find() ? matcher.group(1) : null;
    }

    private Stream<String> all(String path) {
        return values.stream().filter(value -> value.path().equals(path)).map(Value::text);
    }

    private Optional<String> first(String path) {
        return all(path).findFirst();
    }

    private String required(String path) throws UnreadableFile {
        Optional<String> value = first(path);
        if (value.isEmpty()) {
            throw new UnreadableFile("an entry without " + path);
        }
        return value.get();
    }

    private record Value(String path, String text) {}
}
