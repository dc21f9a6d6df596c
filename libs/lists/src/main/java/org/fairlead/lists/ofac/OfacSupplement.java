package org.fairlead.lists.ofac;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.UnreadableFile;

/// What `alt.csv`, `add.csv` and `sdn_comments.csv` add to the entries of `sdn.csv`. Only the
/// entry's number links the four, so a number that the main table does not have shows files of
/// different days.
///
/// ```
/// alt       36,12,"aka","AERO-CARIBBEAN",-0-            entry, alias, kind, name, remarks
/// add       36,25,-0- ,"Havana","Cuba",-0-              entry, address, street, city, country, remarks
/// comments  28263,"hn'; Linked To: LAZARUS GROUP."      continues remarks cut at 1,000 characters
/// ```
final class OfacSupplement {

    static final OfacSupplement NONE = new OfacSupplement();

    private final Map<String, List<OfacRows.Row>> aliases = new HashMap<>();
    private final Map<String, List<OfacRows.Row>> addresses = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();
    private final Map<String, String> firstSeen = new HashMap<>();

    void readAliases(String file, InputStream in) throws IOException, UnreadableFile {
        read(file, in, OfacRows.Table.ALIASES, row -> add(aliases, row));
    }

    void readAddresses(String file, InputStream in) throws IOException, UnreadableFile {
        read(file, in, OfacRows.Table.ADDRESSES, row -> add(addresses, row));
    }

    void readComments(String file, InputStream in) throws IOException, UnreadableFile {
        read(
                file,
                in,
                OfacRows.Table.COMMENTS,
                row -> comments.merge(row.required(0), row.raw(1), String::concat));
    }

    private static void add(Map<String, List<OfacRows.Row>> rows, OfacRows.Row row) {
        rows.computeIfAbsent(row.required(0), id -> new ArrayList<>()).add(row);
    }

    private void read(
            String file, InputStream in, OfacRows.Table table, Consumer<OfacRows.Row> taker)
            throws IOException, UnreadableFile {
        var rows = new OfacRows(new BufferedInputStream(in), table);
        try {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                firstSeen.putIfAbsent(
                        row.get().required(0), "%s line %d".formatted(file, rows.line()));
                taker.accept(row.get());
            }
        } catch (UnreadableFile fault) {
            throw new UnreadableFile(file + ", " + fault.reason());
        }
    }

    /// @throws UnreadableFile when it speaks of an entry the main table does not have
    void requireKnown(Set<String> ids) throws UnreadableFile {
        for (var seen : firstSeen.entrySet()) {
            if (!ids.contains(seen.getKey())) {
                throw new UnreadableFile(
                        "%s: entry %s is not in the main table: these files are of different days"
                                .formatted(seen.getValue(), seen.getKey()));
            }
        }
    }

    String comment(String id) {
        return comments.getOrDefault(id, "");
    }

    void into(ListingBuilder entry) {
        for (OfacRows.Row row : aliases.getOrDefault(entry.sourceId(), List.of())) {
            var kind = "fka".equalsIgnoreCase(row.text(2)) ? Kind.FKA : Kind.AKA;
            entry.name(row.text(3), kind, Strength.STRONG);
            entry.other("alias remarks", row.text(4));
        }
        for (OfacRows.Row row : addresses.getOrDefault(entry.sourceId(), List.of())) {
            entry.country(row.text(4));
            entry.other("address", address(row));
            entry.other("address remarks", row.text(5));
        }
    }

    private static String address(OfacRows.Row row) {
        return Stream.of(row.text(2), row.text(3), row.text(4))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
