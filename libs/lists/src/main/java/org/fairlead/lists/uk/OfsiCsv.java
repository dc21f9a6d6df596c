package org.fairlead.lists.uk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.table.TableRow;
import org.fairlead.lists.table.TableRows;
import org.jspecify.annotations.Nullable;

/// OFSI's consolidated list (`ConList.csv`, retired on 28 January 2026): one row for every name,
/// grouped by `Group ID`; what is said of a ship stands in `Other Information` as `(IMO
/// number):7408873 (Current owners):…`.
public final class OfsiCsv implements ListFormat {

    private static final Pattern FACT = Pattern.compile("\\(([A-Za-z /]{3,40})\\):");

    @Override
    public Reading read(InputStream file) throws IOException {
        try (var rows = TableRows.csv(file, ',')) {
            rows.requireColumns("Name 6", "Group Type", "Group ID");
            var entries = new LinkedHashMap<String, ListingBuilder>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                take(row.get(), entries);
            }
            var listings = new Listings();
            for (ListingBuilder entry : entries.values()) {
                listings.add(entry.build());
            }
            return listings.read(lastUpdated(rows));
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    /// `Last Updated,10/04/2025` stands before the header.
    private static @Nullable Instant lastUpdated(TableRows rows) {
        return rows.preamble().stream()
                .filter(cells ->
                        cells.size() > 1 && cells.getFirst().strip().equals("Last Updated"))
                .findFirst()
                .flatMap(cells -> Dates.dayFirst(cells.get(1)))
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(null);
    }

    private static void take(TableRow row, Map<String, ListingBuilder> entries)
            throws UnreadableFile {
        var entry = entries.computeIfAbsent(row.required("Group ID"), ListingBuilder::new);
        try {
            entry.type(UkText.type(row.required("Group Type")));
        } catch (UnreadableFile unknown) {
            throw row.fault("Group Type", unknown.reason());
        }
        String name =
                Stream.of("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
                        .map(row::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        UkText.name(entry, name, row.text("Alias Type"), row.text("Alias Quality"));
        entry.name(row.text("Name Non-Latin Script"), Kind.ORIGINAL_SCRIPT, Strength.STRONG)
                .program(row.text("Regime"))
                .birthDate(UkText.birth(row.text("DOB")))
                .country(row.text("Country"))
                .other("position", row.text("Position"))
                .other("address", address(row));
        UkText.several(row.text("Nationality")).forEach(entry::country);
        date(row, entry, "Listed On");
        date(row, entry, "UK Sanctions List Date Designated");
        information(entry, row.text("Other Information"));
    }

    private static void date(TableRow row, ListingBuilder entry, String column)
            throws UnreadableFile {
        String text = row.text(column);
        if (text != null) {
            entry.listedOn(
                    Dates.dayFirst(text)
                            .orElseThrow(() ->
                                    row.fault(
                                            column, "no date: " + UnreadableFile.shortened(text))),
                    column);
        }
    }

    private static String address(TableRow row) {
        return Stream.of(
                        "Address 1",
                        "Address 2",
                        "Address 3",
                        "Address 4",
                        "Address 5",
                        "Address 6",
                        "Post/Zip Code",
                        "Country")
                .map(row::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static void information(ListingBuilder entry, @Nullable String text) {
        if (text == null) {
            return;
        }
        entry.remarks(UkText.plain(text));
        var facts = FACT.matcher(text).results().toList();
        for (int i = 0; i < facts.size(); i++) {
            int end = i + 1 < facts.size() ? facts.get(i + 1).start() : text.length();
            fact(entry, facts.get(i).group(1), text.substring(facts.get(i).end(), end).strip());
        }
    }

    private static void fact(ListingBuilder entry, String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "imo number" -> UkText.imos(value).forEach(entry::imo);
            case "current owners", "current owner", "current owner/operator" ->
                    UkText.parties(entry, value, RelatedParty.Role.OWNER);
            case "previous owners", "previous owner" ->
                    UkText.parties(entry, value, RelatedParty.Role.FORMER_OWNER);
            case "flag of ship" -> UkText.flags(value, entry::flag);
            case "previous flags" -> UkText.flags(value, entry::formerFlag);
            case "type of ship" -> entry.vesselType(value);
            case "tonnage of ship" -> entry.grossTonnage(value);
            case "length of ship" -> entry.length(value);
            case "year built" -> entry.yearBuilt(value);
            case "uk sanctions list ref" ->
                    entry.other("ukSanctionsListRef", value.replaceFirst("\\.?\\s.*|\\.$", ""));
            default -> {}
        }
    }
}
