package org.fairlead.nmea.identity;

import java.util.Optional;

/// A ship's IMO number: seven digits, the last of which checks the others (IMO A.1117(30)): the sum
/// of the first six, weighted 7 to 2, ends in it.
public record ImoNumber(int value) {

    public ImoNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not a seven-digit IMO number with its check digit: " + value);
        }
    }

    public static boolean isValid(int value) {
        if (value < 1_000_000 || value > 9_999_999) {
            return false;
        }
        var sum = 0;
        var rest = value / 10;
        for (var weight = 2; weight <= 7; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return sum % 10 == value % 10;
    }

    /// Whether a text is seven digits with the right check digit, and nothing else. `0000000`,
    /// which transponders send when nobody set a number, satisfies the sum and is none.
    public static boolean isValid(String digits) {
        if (digits.length() != 7) {
            return false;
        }
        var value = 0;
        for (var i = 0; i < 7; i++) {
            var digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = value * 10 + digit;
        }
        return isValid(value);
    }

    /// The number in a text such as `9187629` or `IMO 9187629`; empty when there is none or its
    /// check digit is wrong.
    public static Optional<ImoNumber> parse(String text) {
        var digits = text.strip().replaceFirst("(?i)^IMO[ :#.-]*", "");
        return isValid(digits)
                ? Optional.of(new ImoNumber(Integer.parseInt(digits)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "IMO " + value;
    }
}
