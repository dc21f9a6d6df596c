package org.fairlead.lists.sample;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of `sdn.csv` made for tests and trials, in the publisher's layout.
public final class SdnRows {

    private static final String NULL = "-0- ";

    private SdnRows() {}

    public static String file(String... rows) {
        return Arrays.stream(rows).map(row -> row + "\r\n").collect(Collectors.joining())
                + "\u001a";
    }

    public static String vessel(int id, String name, String remarks) {
        return row(
                id,
                name,
                "vessel",
                "TEST-PROGRAM",
                null,
                "CALL1",
                "Tug",
                null,
                "212",
                "Cuba",
                null,
                remarks);
    }

    public static String vessel(int id, String name, String imo, String mmsi) {
        return vessel(
                id,
                name,
                "Vessel Registration Identification IMO %s; MMSI %s.".formatted(imo, mmsi));
    }

    public static String entity(int id, String name) {
        return row(id, name, null, "TEST-PROGRAM", null, null, null, null, null, null, null, null);
    }

    /// Filler, so that one entry more or less stays plausible.
    public static String[] withEntities(int count, String... rows) {
        var all = Arrays.copyOf(rows, rows.length + count);
        for (int i = 0; i < count; i++) {
            all[rows.length + i] = entity(900_000 + i, "FILLER " + i);
        }
        return all;
    }

    private static String row(int id, @Nullable String... fields) {
        return id
                + Arrays.stream(fields)
                        .map(field -> field == null ? NULL : '"' + field + '"')
                        .collect(Collectors.joining(",", ",", ""));
    }
}
