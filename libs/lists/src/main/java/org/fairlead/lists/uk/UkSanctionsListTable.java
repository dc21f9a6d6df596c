package org.fairlead.lists.uk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
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

/// The UK Sanctions List as CSV or ODS, in its long form (fifty columns, one row for every name,
/// the date of the report in the first line) and its short one (eight columns, one row an entry).
public final class UkSanctionsListTable implements ListFormat {

    private static final Pattern REPORT_DATE = Pattern.compile("(?i)report date:?\\s*(.*)");

    /// Opens a file's rows.
    @FunctionalInterface
    public interface Opening {
        TableRows open(InputStream file) throws IOException;
    }

    private final Opening opening;

    private UkSanctionsListTable(Opening opening) {
        this.opening = opening;
    }

    public static UkSanctionsListTable csv() {
        return new UkSanctionsListTable(file -> TableRows.csv(file, ','));
    }

    public static UkSanctionsListTable ods() {
        return new UkSanctionsListTable(TableRows::ods);
    }

    @Override
    public Reading read(InputStream file) throws IOException {
        try (var rows = opening.open(file)) {
            rows.requireColumns("Unique ID", "Regime Name");
            var entries = new LinkedHashMap<String, ListingBuilder>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                take(row.get(), entries);
            }
            var listings = new Listings();
            for (ListingBuilder entry : entries.values()) {
                if (!entry.hasName()) {
                    listings.warn(
                            "entry %s has no name; its id stands for one"
                                    .formatted(entry.sourceId()));
                    entry.primary(entry.sourceId());
                }
                listings.add(entry.build());
            }
            return listings.read(reportDate(rows).orElse(null));
        } catch (ZipException damaged) {
            return new Reading.Refused("not a whole spreadsheet: " + damaged.getMessage());
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    private static Optional<Instant> reportDate(TableRows rows) {
        for (List<String> cells : rows.preamble()) {
            var match = REPORT_DATE.matcher(String.join(" ", cells).strip());
            if (match.matches()) {
                return Dates.instant(match.group(1).strip());
            }
        }
        return Optional.empty();
    }

    private static void take(TableRow row, Map<String, ListingBuilder> entries)
            throws UnreadableFile {
        var entry = entries.computeIfAbsent(row.required("Unique ID"), ListingBuilder::new);
        String type = row.text("Designation Type", "Type");
        if (type == null) {
            type = row.text("Individual, Entity, Ship");
        }
        if (type == null) {
            throw row.fault("Designation Type", "is empty");
        }
        try {
            entry.type(UkText.type(type));
        } catch (UnreadableFile unknown) {
            throw row.fault("Designation Type", unknown.reason());
        }
        names(row, entry);
        ship(row, entry);
        entry.program(row.text("Regime Name"))
                .remarks(UkText.plain(row.text("UK Statement of Reasons")))
                .birthDate(UkText.birth(row.text("D.O.B")))
                .country(row.text("Address Country"))
                .other("otherInformation", UkText.plain(row.text("Other Information")))
                .other("ofsiGroupId", row.text("OFSI Group ID"))
                .other("unReferenceNumber", row.text("UN Reference Number"))
                .other("designationSource", row.text("Designation source"));
        UkText.several(row.text("Nationality(/ies)")).forEach(entry::country);
        UkText.measures(entry, row.text("Sanctions Imposed"));
        String designated = row.text("Date Designated");
        if (designated != null) {
            entry.listedOn(
                    Dates.any(designated)
                            .orElseThrow(() ->
                                    row.fault(
                                            "Date Designated",
                                            "no date: " + UnreadableFile.shortened(designated))),
                    "Date Designated");
        }
    }

    private static void names(TableRow row, ListingBuilder entry) {
        String whole = row.text("Name");
        if (whole == null) {
            whole =
                    Stream.of("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
                            .map(row::text)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" "));
        }
        UkText.name(entry, whole, row.text("Name type"), row.text("Alias strength"));
        entry.name(row.text("Name non-latin script"), Kind.ORIGINAL_SCRIPT, Strength.STRONG);
    }

    private static void ship(TableRow row, ListingBuilder entry) {
        UkText.imos(row.text("IMO number")).forEach(entry::imo);
        UkText.parties(entry, row.text("Current owner/operator (s)"), RelatedParty.Role.OWNER);
        UkText.parties(
                entry, row.text("Previous owner/operator (s)"), RelatedParty.Role.FORMER_OWNER);
        UkText.flags(row.text("Current believed flag of ship"), entry::flag);
        UkText.flags(row.text("Previous flags"), entry::formerFlag);
        entry.vesselType(row.text("Type of ship"))
                .grossTonnage(row.text("Tonnage of ship"))
                .length(row.text("Length of ship"))
                .yearBuilt(row.text("Year Built"))
                .other("hullIdentificationNumber", row.text("Hull identification number (HIN)"));
    }
}
