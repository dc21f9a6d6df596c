package org.fairlead.screening;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Countries by the names that lists and registers give them.
public final class Countries {

    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            CODES.put(code.toLowerCase(Locale.ROOT), code);
            var country = Locale.of("", code);
            CODES.put(folded(country.getDisplayCountry(Locale.ENGLISH)), code);
            CODES.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        alias("IR", "iran islamic republic of", "islamic republic of iran");
        alias(
                "KP",
                "north korea",
                "dprk",
                "korea north",
                "democratic peoples republic of korea",
                "korea democratic peoples republic of");
        alias("KR", "south korea", "korea south", "republic of korea", "korea republic of");
        alias("RU", "russia", "russian federation", "ussr");
        alias("SY", "syria", "syrian arab republic");
        alias("TZ", "tanzania", "united republic of tanzania", "zanzibar", "tanzania zanzibar");
        alias("VN", "vietnam", "viet nam");
        alias("VE", "venezuela", "bolivarian republic of venezuela");
        alias("BO", "bolivia");
        alias("HK", "hong kong", "hong kong china");
        alias("CN", "china", "peoples republic of china", "prc");
        alias("TW", "taiwan");
        alias("GB", "united kingdom", "great britain", "uk", "england");
        alias("US", "united states", "united states of america", "usa");
        alias("AE", "united arab emirates", "uae");
        alias("KM", "comoros", "union of comoros");
        alias("TR", "turkey", "turkiye");
        alias("KN", "saint kitts and nevis", "st kitts and nevis", "st kitts nevis");
        alias("VC", "saint vincent and the grenadines", "st vincent and the grenadines");
        alias("ST", "sao tome and principe");
        alias("CW", "curacao");
        alias("MD", "moldova", "republic of moldova");
        alias("CD", "democratic republic of the congo", "congo democratic republic of");
        alias("CI", "ivory coast", "cote divoire");
        alias("GM", "gambia", "the gambia");
    }

    private Countries() {}

    private static void alias(String code, String... names) {
        for (String name : names) {
            CODES.put(name, code);
        }
    }

    /// ISO 3166 alpha-2; folded text for a country it does not know; empty for none.
    public static String code(String text) {
        String folded = folded(text);
        return CODES.getOrDefault(folded, folded);
    }

    private static String folded(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['\u2019]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll("^the ", "")
                .strip();
    }
}
