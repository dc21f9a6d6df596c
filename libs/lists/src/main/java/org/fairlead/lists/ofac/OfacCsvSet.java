package org.fairlead.lists.ofac;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// OFAC's legacy tables of one day in one archive: `sdn.csv` with `alt.csv`, `add.csv` and
/// `sdn_comments.csv`, or `cons_prim.csv` with `cons_alt.csv`, `cons_add.csv` and
/// `cons_comments.csv`. The main table must be there; the others may be.
public final class OfacCsvSet implements ListFormat {

    private static final Set<String> MAIN = Set.of("sdn.csv", "cons_prim.csv");
    private static final Set<String> ALIASES = Set.of("alt.csv", "cons_alt.csv");
    private static final Set<String> ADDRESSES = Set.of("add.csv", "cons_add.csv");
    private static final Set<String> COMMENTS = Set.of("sdn_comments.csv", "cons_comments.csv");

    /// True for the name of a table of this format.
    public static boolean isTable(String file) {
        return Stream.of(MAIN, ALIASES, ADDRESSES, COMMENTS)
                .anyMatch(names -> names.contains(file.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Reading read(InputStream file) throws IOException {
        byte @Nullable [] main = null;
        String mainName = "";
        var supplement = new OfacSupplement();
        try (var zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (MAIN.contains(name)) {
                    if (main != null) {
                        throw new UnreadableFile(
                                "%s and %s: two main tables".formatted(mainName, name));
                    }
                    main = zip.readAllBytes();
                    mainName = name;
                } else if (ALIASES.contains(name)) {
                    supplement.readAliases(name, zip);
                } else if (ADDRESSES.contains(name)) {
                    supplement.readAddresses(name, zip);
                } else if (COMMENTS.contains(name)) {
                    supplement.readComments(name, zip);
                } else {
                    throw new UnreadableFile(name + ": no table of OFAC's legacy set");
                }
            }
            return main == null
                    ? new Reading.Refused("sdn.csv or cons_prim.csv is missing in the set")
                    : read(mainName, main, supplement);
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    private static Reading read(String name, byte[] main, OfacSupplement supplement)
            throws IOException, UnreadableFile {
        return switch (new OfacSdnCsv().read(new ByteArrayInputStream(main), supplement)) {
            case Reading.Refused refused -> new Reading.Refused(name + ", " + refused.reason());
            case Reading.Read read -> {
                supplement.requireKnown(
                        read.listings().stream()
                                .map(Listing::sourceId)
                                .collect(Collectors.toSet()));
                yield read;
            }
        };
    }
}
