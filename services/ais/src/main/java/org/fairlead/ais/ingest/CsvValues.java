package org.fairlead.ais.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cells of AIS files in CSV as AIS's own integers. A cell that is empty or says "unknown" is
/// absent; one that is not what its column holds is [#WRONG].
final class CsvValues {

    /// The cell holds something else.
    static final int WRONG = Integer.MIN_VALUE;

    private static final DateTimeFormatter DANISH =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// Navigational status by the words the Danish files use (ITU-R M.1371-5, table 45).
    private static final Map<String, Integer> STATUSES =
            Map.ofEntries(
                    Map.entry("under way using engine", 0),
                    Map.entry("at anchor", 1),
                    Map.entry("not under command", 2),
                    Map.entry("restricted maneuverability", 3),
                    Map.entry("constrained by her draught", 4),
                    Map.entry("moored", 5),
                    Map.entry("aground", 6),
                    Map.entry("engaged in fishing", 7),
                    Map.entry("under way sailing", 8),
                    Map.entry("reserved for future amendment [hsc]", 9),
                    Map.entry("reserved for future amendment [wig]", 10),
                    Map.entry("power-driven vessel towing astern", 11),
                    Map.entry("power-driven vessel pushing ahead or towing alongside", 12),
                    Map.entry("ais-sart", 14),
                    Map.entry("unknown value", 15));

    /// Ship types by the words the Danish files use, as the first code of each (table 53).
    private static final Map<String, Integer> SHIP_TYPES =
            Map.ofEntries(
                    Map.entry("wig", 20),
                    Map.entry("fishing", 30),
                    Map.entry("towing", 31),
                    Map.entry("towing long/wide", 32),
                    Map.entry("dredging", 33),
                    Map.entry("diving", 34),
                    Map.entry("military", 35),
                    Map.entry("sailing", 36),
                    Map.entry("pleasure", 37),
                    Map.entry("hsc", 40),
                    Map.entry("pilot", 50),
                    Map.entry("sar", 51),
                    Map.entry("tug", 52),
                    Map.entry("port tender", 53),
                    Map.entry("anti-pollution", 54),
                    Map.entry("law enforcement", 55),
                    Map.entry("medical", 58),
                    Map.entry("not party to conflict", 59),
                    Map.entry("passenger", 60),
                    Map.entry("cargo", 70),
                    Map.entry("tanker", 80),
                    Map.entry("other", 90));

    private CsvValues() {}

    /// Milliseconds since 1970, or null when it is no time: `dd/MM/yyyy HH:mm:ss` (Denmark),
    /// `yyyy-MM-ddTHH:mm:ss` with or without zone and with a blank for the T (NOAA), or seconds
    /// since 1970 (Brest).
    static @Nullable Long time(String text) {
        try {
            if (text.length() == 19 && text.charAt(2) == '/') {
                return millis(LocalDateTime.parse(text, DANISH));
            }
            if (text.length() >= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                long number = Long.parseLong(text);
                return text.length() >= 12 ? number : number * 1000;
            }
            String iso = text.replace(' ', 'T');
            return iso.endsWith("Z") || iso.lastIndexOf('+') > 10
                    ? (Long) OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                    : (Long) millis(LocalDateTime.parse(iso));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static Long millis(LocalDateTime utc) {
        return Instant.from(utc.atOffset(ZoneOffset.UTC)).toEpochMilli();
    }

    /// A number times a scale, within bounds; `absent` for an empty cell.
    static int scaled(@Nullable String text, double scale, double least, double most, int absent) {
        if (text == null || isUnknown(text)) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text);
            return value >= least && value <= most ? (int) Math.round(value * scale) : WRONG;
        } catch (NumberFormatException notOne) {
            return WRONG;
        }
    }

    private static boolean isUnknown(String text) {
        return text.equalsIgnoreCase("unknown") || text.equalsIgnoreCase("undefined");
    }

    static int mmsi(@Nullable String text) {
        return scaled(text, 1, 1, 999_999_999, WRONG);
    }

    static int status(@Nullable String text) {
        if (text == null) {
            return 15;
        }
        Integer known = STATUSES.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        int number = scaled(text, 1, 0, 15, 15);
        return number == WRONG ? 15 : number;
    }

    /// Degrees a minute to ROT_AIS: 4.733 times the root.
    static int turn(@Nullable String text) {
        if (text == null || isUnknown(text)) {
            return -128;
        }
        try {
            double degreesPerMinute = Double.parseDouble(text);
            long turn = Math.round(4.733 * Math.sqrt(Math.abs(degreesPerMinute)));
            return (int) Math.min(127, turn) * (degreesPerMinute < 0 ? -1 : 1);
        } catch (NumberFormatException notOne) {
            return -128;
        }
    }

    static @Nullable Integer shipType(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Integer known = SHIP_TYPES.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        int number = scaled(text, 1, 1, 99, 0);
        return number > 0 ? number : null;
    }

    static @Nullable Integer metres(@Nullable String text) {
        int number = scaled(text, 1, 1, 1022, 0);
        return number > 0 ? number : null;
    }

    /// Seven digits, with or without `IMO` before them.
    static @Nullable String imo(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.regionMatches(true, 0, "IMO", 0, 3) ? text.substring(3).strip() : text;
        int number = scaled(digits, 1, 1_000_000, 9_999_999, 0);
        return number > 0 ? Integer.toString(number) : null;
    }

    static @Nullable String words(@Nullable String text) {
        return text == null || isUnknown(text) ? null : text;
    }
}
