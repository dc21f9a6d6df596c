package org.fairlead.lists.vessels;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.table.TableRow;
import org.fairlead.lists.table.TableRows;
import org.jspecify.annotations.Nullable;

/// The documented table for lists of ships that no publisher gives out in a form a machine reads:
/// the EU's port bans (Regulation 833/2014, Annex XLII), the UN's designated vessels (resolution
/// 1718). [#TEMPLATE] is one to fill in. The UN's own column names are understood too.
///
/// `# published: 2024-06-24` before the header gives the file its date.
public final class VesselTableCsv implements ListFormat {

    /// A file to fill in; lines beginning with `#` are notes.
    public static final String TEMPLATE =
            """
            # Ships on a list, one row each. Fields in quotes where they have commas; several values in one field separated by ;
            # published: 2024-06-24
            imo_number,name,aliases,mmsi,call_sign,flag,former_flags,type,gross_tonnage,year_built,owner,owner_imo,manager,manager_imo,date_of_listing,program,legal_act,remarks
            """;

    private static final Pattern PUBLISHED = Pattern.compile("(?i)#\\s*published:\\s*(\\S+).*");
    private static final Pattern NUMBERED = Pattern.compile("(?:^|\\s)\\d{1,2}:\\s");

    @Override
    public Reading read(InputStream file) throws IOException {
        try (var rows = TableRows.csv(file, ',')) {
            header(rows);
            var listings = new Listings();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                try {
                    listings.add(listing(row.get(), listings));
                } catch (UnreadableFile fault) {
                    throw fault.reason().startsWith("line ")
                            ? fault
                            : new UnreadableFile(
                                    "line %d: %s".formatted(row.get().line(), fault.reason()));
                }
            }
            return listings.read(published(rows));
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    private static void header(TableRows rows) throws IOException, UnreadableFile {
        rows.requireColumns("imo_number");
        if (!rows.hasColumn("name") && !rows.hasColumn("vessel_name")) {
            throw new UnreadableFile("the header has no column name");
        }
    }

    private static @Nullable Instant published(TableRows rows) throws UnreadableFile {
        for (List<String> cells : rows.preamble()) {
            var match = PUBLISHED.matcher(cells.getFirst().strip());
            if (match.matches()) {
                String date = match.group(1);
                return Dates.instant(date)
                        .orElseThrow(() ->
                                new UnreadableFile(
                                        "published is no date such as 2024-06-24: " + date));
            }
        }
        return null;
    }

    private static Listing listing(TableRow row, Listings warnings) throws UnreadableFile {
        String digits = row.required("imo_number").replaceFirst("(?i)^IMO\\s*", "");
        if (!digits.matches("\\d{7}")) {
            throw row.fault(
                    "imo_number", "seven digits expected, was " + UnreadableFile.shortened(digits));
        }
        if (ImoNumber.of(digits).isEmpty()) {
            warnings.warn(
                    "line %d, column imo_number: the check digit of %s is wrong"
                            .formatted(row.line(), digits));
        }
        var listing = new ListingBuilder("IMO" + digits).type(Listing.VESSEL).imo(digits);
        names(row, listing);
        each(row.text("mmsi"), listing::mmsi);
        each(row.text("call_sign"), listing::callSign);
        each(row.text("flag"), listing::flag);
        each(row.text("former_flags"), listing::formerFlag);
        each(row.text("program"), listing::program);
        listing.vesselType(row.text("type"))
                .grossTonnage(row.text("gross_tonnage"))
                .yearBuilt(row.text("year_built"))
                .party(
                        row.text("owner", "designated_owner"),
                        RelatedParty.Role.OWNER,
                        row.text("owner_imo"),
                        null)
                .party(
                        row.text("manager"),
                        RelatedParty.Role.MANAGER,
                        row.text("manager_imo"),
                        null)
                .remarks(row.text("remarks"))
                .other("legal act", row.text("legal_act"));
        date(row, listing, "date_of_listing");
        date(row, listing, "date_of_designation");
        return listing.build();
    }

    /// The UN numbers names of one ship in one field: `1: PETREL 8 2: JAL VAHINI`.
    private static void names(TableRow row, ListingBuilder listing) throws UnreadableFile {
        String name = row.text("name", "vessel_name");
        if (name == null) {
            throw row.fault("name", "is empty");
        }
        Arrays.stream(NUMBERED.split(name))
                .filter(each -> !each.isBlank())
                .forEach(listing::primary);
        each(row.text("aliases"), listing::aka);
    }

    private static void date(TableRow row, ListingBuilder listing, String column)
            throws UnreadableFile {
        String text = row.text(column);
        if (text != null) {
            listing.listedOn(
                    Dates.iso(text)
                            .or(() -> Dates.monthName(text))
                            .orElseThrow(() ->
                                    row.fault(
                                            column,
                                            "expected a date such as 2024-06-24, was "
                                                    + UnreadableFile.shortened(text))),
                    column);
        }
    }

    private static void each(@Nullable String text, Consumer<String> taker) {
        if (text != null) {
            Arrays.stream(text.split(";", -1)).forEach(taker);
        }
    }
}
