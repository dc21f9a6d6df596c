package org.fairlead.screening;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One form for values that are written in many.
final class PropertyForm {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,. ]*");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(1[89]|20)[0-9]{2}(?![0-9])");

    private PropertyForm() {}

    /// Empty when the value says nothing.
    static String of(Property property, String value) {
        return switch (property) {
            case IMO, COMPANY_IMO -> digits(value, 7);
            case MMSI -> digits(value, 9);
            case CALL_SIGN, IDENTIFIER ->
                    value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            case FLAG, PAST_FLAG, COUNTRY -> Countries.code(value);
            case VESSEL_TYPE -> value.strip().toLowerCase(Locale.ROOT);
            case BUILD_YEAR -> first(YEAR.matcher(value));
            case GROSS_TONNAGE, DEADWEIGHT ->
                    first(NUMBER.matcher(value))
                            .replaceAll("[,. ]+$", "")
                            .replaceAll("[, ]|\\.(?=[0-9]{3})", "")
                            .replaceFirst("\\..*$", "");
            case OWNER, BIRTH_DATE -> value.strip();
        };
    }

    private static String digits(String value, int length) {
        String digits = value.replaceAll("[^0-9]", "");
        return digits.length() == length ? digits : "";
    }

    private static String first(Matcher matcher) {
        return matcher.find() ? matcher.group().strip() : "";
    }
}
