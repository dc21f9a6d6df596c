package org.fairlead.lists.uk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// How the UK writes things, whatever the format.
final class UkText {

    private static final Pattern NUMBERED = Pattern.compile("\\(\\d{1,2}\\)");
    private static final Pattern IMO = Pattern.compile("(?i)(?:IMO\\s*:?\\s*)?(\\d{7})");
    private static final Pattern COMPANY_IMO =
            Pattern.compile("(?i)\\(?\\s*IMO[^0-9]{0,12}(\\d{7})\\s*\\)?");
    private static final Pattern ENTITY =
            Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp);");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final Pattern UNKNOWN_DAY = Pattern.compile("(?i)dd/(mm|\\d\\d)/(\\d{4})");

    private UkText() {}

    /// `(1) Comoros (2) Panama`, `Comoros, Panama` or `Comoros; Panama`.
    static List<String> several(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var separator = NUMBERED.matcher(text).find() ? NUMBERED : Pattern.compile("[;|]");
        return Arrays.stream(separator.split(text))
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.equalsIgnoreCase("n/a"))
                .toList();
    }

    /// Every seven-digit number, with or without `IMO` before it.
    static List<String> imos(@Nullable String text) {
        return text == null
                ? List.of()
                : IMO.matcher(text).results().map(match -> match.group(1)).toList();
    }

    static void flags(@Nullable String text, Consumer<String> taker) {
        for (String each : several(text)) {
            for (String flag : each.split(",", -1)) {
                taker.accept(flag);
            }
        }
    }

    /// A company's IMO number may stand behind its name.
    static void parties(ListingBuilder listing, @Nullable String text, RelatedParty.Role role) {
        for (String each : several(text)) {
            var imo = COMPANY_IMO.matcher(each);
            if (imo.find()) {
                String number = imo.group(1);
                listing.party(imo.replaceAll("").strip(), role, number, null);
            } else {
                listing.party(each, role, null, null);
            }
        }
    }

    static String type(String text) throws UnreadableFile {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "individual", "person" -> Listing.INDIVIDUAL;
            case "entity", "organisation" -> Listing.ENTITY;
            case "ship", "vessel" -> Listing.VESSEL;
            case "aircraft" -> Listing.AIRCRAFT;
            default ->
                    throw new UnreadableFile(
                            "the type \"%s\" is not known"
                                    .formatted(UnreadableFile.shortened(text)));
        };
    }

    static void name(
            ListingBuilder listing,
            @Nullable String text,
            @Nullable String nameType,
            @Nullable String aliasStrength) {
        String type = nameType == null ? "primary name" : nameType.toLowerCase(Locale.ROOT);
        boolean isWeak =
                aliasStrength != null && aliasStrength.toLowerCase(Locale.ROOT).startsWith("low");
        listing.name(
                text,
                type.equals("primary name")
                        ? Kind.PRIMARY
                        : type.startsWith("f") ? Kind.FKA : Kind.AKA,
                isWeak ? Strength.WEAK : Strength.STRONG);
    }

    /// `dd/mm/1945` is a year, `dd/05/1945` a month.
    static @Nullable String birth(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var unknown = UNKNOWN_DAY.matcher(text.strip());
        if (unknown.matches()) {
            return unknown.group(1).equalsIgnoreCase("mm")
                    ? unknown.group(2)
                    : unknown.group(2) + "-" + unknown.group(1);
        }
        return Dates.dayFirst(text).map(LocalDate::toString).orElse(text);
    }

    /// Reasons come with HTML's entities in them.
    static @Nullable String plain(@Nullable String text) {
        return text == null
                ? null
                : ENTITY.matcher(text)
                        .replaceAll(match ->
                                java.util.regex.Matcher.quoteReplacement(
                                        character(match.group(1))));
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "");
        }
        boolean isHex = entity.charAt(1) == 'x';
        int point = Integer.parseInt(entity.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }

    static void measures(ListingBuilder listing, @Nullable String text) {
        for (String measure : text == null ? new String[0] : text.split("[|,]", -1)) {
            listing.other("measure", measure);
        }
    }
}
