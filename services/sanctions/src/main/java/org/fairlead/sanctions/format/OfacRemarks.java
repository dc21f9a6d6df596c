package org.fairlead.sanctions.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Identifiers in the free text of an entry of `sdn.csv`: `Vessel Registration Identification IMO
/// 9187629; MMSI 572469210; f.k.a. 'ALPHA'; Former Vessel Flag Malta.`
///
/// @param imo of the ship, or of the company when the entry is no ship
record OfacRemarks(
        @Nullable String imo,
        @Nullable String mmsi,
        List<String> aliases,
        List<String> formerFlags) {

    // Some entries have two spaces, some name the number otherwise ("Company Number IMO …").
    private static final Pattern IMO = Pattern.compile("[A-Za-z. ]+ IMO\\s+(\\d{7})");
    private static final Pattern BARE_IMO =
            Pattern.compile("Vessel Registration Identification (\\d{7})");
    private static final Pattern MMSI = Pattern.compile("MMSI (\\d{9})");
    private static final Pattern ALIAS = Pattern.compile("[afn]\\.k\\.a\\. '(.+)'");
    private static final Pattern FORMER_FLAG =
            Pattern.compile("(?:alt\\. )?Former Vessel Flag (.+)");
    private static final String NO_FLAG = "None Identified";

    static OfacRemarks of(@Nullable String remarks) {
        String imo = null;
        String mmsi = null;
        var aliases = new ArrayList<String>();
        var formerFlags = new ArrayList<String>();
        for (String item : items(remarks)) {
            imo = imo == null ? imo(item) : imo;
            mmsi = mmsi == null ? found(MMSI, item) : mmsi;
            addIfFound(ALIAS, item, aliases);
            addIfFound(FORMER_FLAG, item, formerFlags);
        }
        formerFlags.remove(NO_FLAG);
        return new OfacRemarks(imo, mmsi, aliases, formerFlags);
    }

    /// Without its prefix only when the check digit is right: registers number ships too.
    private static @Nullable String imo(String item) {
        String named = found(IMO, item);
        return named == null
                ? ImoNumber.of(found(BARE_IMO, item)).map(ImoNumber::digits).orElse(null)
                : named;
    }

    private static List<String> items(@Nullable String remarks) {
        if (remarks == null) {
            return List.of();
        }
        String text = remarks.endsWith(".") ? remarks.substring(0, remarks.length() - 1) : remarks;
        return java.util.Arrays.stream(text.split(";", -1)).map(String::strip).toList();
    }

    private static @Nullable String found(Pattern pattern, String item) {
        Matcher matcher = pattern.matcher(item);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static void addIfFound(Pattern pattern, String item, List<String> values) {
        String value = found(pattern, item);
        if (value != null && !values.contains(value)) {
            values.add(value);
        }
    }
}
