package org.fairlead.lists.ofac;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.UnreadableFile;

/// OFAC's legacy `sdn.csv`: twelve fields, no header, CRLF, a closing 0x1A.
///
/// ```
/// 37059,"ANGARA","vessel","RUSSIA-EO14024",-0- ,-0- ,"Roll-on Roll-off",-0- ,"8811","Russia",-0- ,"Vessel …"
/// id    name     type     programs         title call vessel type      tons gross  flag     owner remarks
/// ```
public final class OfacSdnCsv implements ListFormat {

    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int PROGRAMS = 3;
    private static final int TITLE = 4;
    private static final int CALL_SIGN = 5;
    private static final int VESSEL_TYPE = 6;
    private static final int TONNAGE = 7;
    private static final int GROSS_TONNAGE = 8;
    private static final int FLAG = 9;
    private static final int OWNER = 10;
    private static final int REMARKS = 11;

    @Override
    public Reading read(InputStream file) throws IOException {
        return read(file, OfacSupplement.NONE);
    }

    /// @param supplement what the other tables of the same day add
    Reading read(InputStream file, OfacSupplement supplement) throws IOException {
        var listings = new Listings();
        var rows = new OfacRows(new BufferedInputStream(file), OfacRows.Table.MAIN);
        try {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                add(listings, listing(row.get(), rows.line(), supplement), rows.line());
            }
            if (listings.size() == 0) {
                throw new UnreadableFile("the file is empty");
            }
            return listings.read(null);
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    private static void add(Listings listings, Listing listing, int line) throws UnreadableFile {
        try {
            listings.add(listing);
        } catch (UnreadableFile twice) {
            throw new UnreadableFile("line %d: %s".formatted(line, twice.reason()));
        }
    }

    private static Listing listing(OfacRows.Row row, int line, OfacSupplement supplement)
            throws UnreadableFile {
        String name = row.text(NAME);
        if (name == null || name.isBlank()) {
            throw new UnreadableFile("line %d, field 2: an entry without a name".formatted(line));
        }
        String id = row.required(ID);
        String remarks = (row.raw(REMARKS) + supplement.comment(id)).strip();
        var entry =
                new ListingBuilder(id)
                        .type(typeOf(row.text(TYPE), line))
                        .primary(name)
                        .remarks(remarks)
                        .other("title", row.text(TITLE));
        programs(row.text(PROGRAMS)).forEach(entry::program);
        if (entry.isCraft()) {
            particulars(entry, row);
        }
        spacing(entry, row);
        supplement.into(entry);
        OfacRemarks.into(entry, remarks);
        return entry.build();
    }

    /// A field that differs from another day's in its spaces alone is a change too.
    private static void spacing(ListingBuilder entry, OfacRows.Row row) {
        for (int field = NAME; field <= REMARKS; field++) {
            String raw = row.raw(field);
            if (!raw.isEmpty() && !raw.equals(ListingBuilder.clean(raw))) {
                entry.other("spacing of field " + (field + 1), raw.replace(' ', '·'));
            }
        }
    }

    private static String typeOf(@org.jspecify.annotations.Nullable String type, int line)
            throws UnreadableFile {
        return switch (type) {
            case null -> "entity";
            case "individual", "vessel", "aircraft" -> type;
            default ->
                    throw new UnreadableFile(
                            "line %d, field 3: the type \"%s\" is not known"
                                    .formatted(line, UnreadableFile.shortened(type)));
        };
    }

    private static void particulars(ListingBuilder entry, OfacRows.Row row) {
        entry.callSign(row.text(CALL_SIGN))
                .flag(row.text(FLAG))
                .vesselType(row.text(VESSEL_TYPE))
                .tonnage(row.text(TONNAGE))
                .grossTonnage(row.text(GROSS_TONNAGE))
                .party(row.text(OWNER), RelatedParty.Role.OWNER, null, null);
    }

    /// `SDGT] [IFSR` inside one pair of quotes: the outer brackets are left out.
    private static List<String> programs(@org.jspecify.annotations.Nullable String field) {
        return field == null
                ? List.of()
                : java.util.Arrays.stream(field.split("\\] \\[", -1)).map(String::strip).toList();
    }
}
