package org.fairlead.sanctions.format;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    // Of companies, always: the UN's file lists no ships.
    private static final Pattern COMPANY_IMO =
            Pattern.compile("\\bIMO\\)?(?: [Nn]umber| Number)?:? (\\d{7})\\b");

    private final String type;
    private final List<Value> values = new ArrayList<>();

    UnEntry(String type) {
        this.type = type;
    }

    void add(String path, String text) {
        String value = text.strip().replaceAll("\\s+", " ");
        if (!value.isEmpty()) {
            values.add(new Value(path, value));
        }
    }

    Listing listing() throws UnreadableFile {
        String remarks = first("COMMENTS1").orElse(null);
        return new Listing(
                required("DATAID"),
                type,
                name(),
                aliases(),
                List.of(required("UN_LIST_TYPE")),
                VesselParticulars.NONE,
                companyImo(remarks),
                remarks,
                listedOn(),
                otherFields());
    }

    private String name() throws UnreadableFile {
        String name = NAMES.stream().flatMap(this::all).collect(Collectors.joining(" "));
        if (name.isBlank()) {
            throw new UnreadableFile("an entry without FIRST_NAME");
        }
        return name;
    }

    /// Several names may share one element, separated by `; `.
    private List<String> aliases() {
        var aliases = new LinkedHashSet<String>();
        ALIASES.stream()
                .sorted()
                .flatMap(this::all)
                .flatMap(text -> Stream.of(text.split(";", -1)))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .forEach(aliases::add);
        all("NAME_ORIGINAL_SCRIPT").forEach(aliases::add);
        return List.copyOf(aliases);
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

    private List<String> otherFields() {
        return values.stream()
                .filter(value -> !ELSEWHERE.contains(value.path()))
                .map(value -> value.path() + ": " + value.text())
                .sorted()
                .toList();
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
