package org.fairlead.lists.ofac;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.RelatedParty;
import org.jspecify.annotations.Nullable;

/// Facts in the free text of an entry of `sdn.csv`: `Vessel Registration Identification IMO
/// 9187629; MMSI 572469210; f.k.a. 'ALPHA'; Former Vessel Flag Malta.`
///
/// Names in the remarks are OFAC's *weak* aliases: the strong ones are rows of `alt.csv` (OFAC FAQ
/// 122).
final class OfacRemarks {

    // Some entries have two spaces, some name the number otherwise ("Company Number IMO …").
    private static final Pattern IMO = Pattern.compile("[A-Za-z. ]+ IMO\\s+(\\d{7})");
    private static final Pattern BARE_IMO =
            Pattern.compile("(?:alt\\. )?Vessel Registration Identification (\\d{7})");
    private static final Pattern MMSI = Pattern.compile("(?:alt\\. )?MMSI (\\d{9})");
    private static final Pattern ALIAS = Pattern.compile("(?:alt\\. )?([afn])\\.k\\.a\\. '(.+)'");
    private static final Pattern FORMER_FLAG =
            Pattern.compile("(?:alt\\. )?Former Vessel Flag (.+)");
    private static final Pattern BUILT = Pattern.compile("Vessel Year of Build (\\d{4})");
    private static final Pattern LINKED = Pattern.compile("Linked To: (.+)");
    private static final Pattern BORN = Pattern.compile("(?:alt\\. )?DOB (.+)");
    private static final Pattern COUNTRY =
            Pattern.compile("(?:alt\\. )?(?:nationality|citizen) (.+)");
    private static final String NO_FLAG = "None Identified";

    private OfacRemarks() {}

    static void into(ListingBuilder entry, @Nullable String remarks) {
        if (remarks == null) {
            return;
        }
        String text = remarks.endsWith(".") ? remarks.substring(0, remarks.length() - 1) : remarks;
        for (String item : text.split(";", -1)) {
            item(entry, item.strip());
        }
    }

    private static void item(ListingBuilder entry, String item) {
        entry.imo(imo(item)).mmsi(found(MMSI, "MMSI", item));
        entry.birthDate(birth(found(BORN, "DOB", item)))
                .country(found(COUNTRY, "nationality", item))
                .country(found(COUNTRY, "citizen", item));
        alias(entry, item);
        if (entry.isCraft()) {
            String flag = found(FORMER_FLAG, "Flag", item);
            entry.formerFlag(NO_FLAG.equals(flag) ? null : flag)
                    .yearBuilt(found(BUILT, "Build", item));
            entry.party(found(LINKED, "Linked", item), RelatedParty.Role.LINKED, null, null);
        }
    }

    private static void alias(ListingBuilder entry, String item) {
        if (!item.contains(".k.a. '")) {
            return;
        }
        Matcher alias = ALIAS.matcher(item);
        if (alias.matches()) {
            var kind = alias.group(1).equals("f") ? Kind.FKA : Kind.AKA;
            entry.name(alias.group(2), kind, Strength.WEAK);
        }
    }

    private static @Nullable String birth(@Nullable String text) {
        return text == null ? null : OfacDates.iso(text);
    }

    /// Without its prefix only when the check digit is right: registers number ships too.
    private static @Nullable String imo(String item) {
        String named = found(IMO, "IMO", item);
        return named == null
                ? ImoNumber.of(found(BARE_IMO, "Registration", item))
                        .map(ImoNumber::digits)
                        .orElse(null)
                : named;
    }

    /// @param word that stands in all the pattern matches: quicker to look for than to match
    private static @Nullable String found(Pattern pattern, String word, String item) {
        if (!item.contains(word)) {
            return null;
        }
        Matcher matcher = pattern.matcher(item);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
