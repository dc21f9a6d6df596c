package org.fairlead.lists;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ship's IMO number: seven digits, the last of them a check digit (IMO resolution A.1117(30)):
/// the sum of the first six times 7, 6, 5, 4, 3, 2 ends in it. Companies' IMO numbers look alike
/// and are another thing: never read one as this.
public record ImoNumber(String digits) {

    public ImoNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a ship's IMO number: " + digits);
        }
    }

    /// Absent unless the text is seven digits with a right check digit, with or without `IMO`.
    public static Optional<ImoNumber> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String digits = text.strip().replaceFirst("^(?i)IMO[ :]*", "");
        return isValid(digits) ? Optional.of(new ImoNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        // 0000000 satisfies the sum and is what transponders send when nobody set a number.
        if (digits.length() != 7 || digits.equals("0000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            sum += i < 6 ? (digit - '0') * (7 - i) : 0;
        }
        return sum % 10 == digits.charAt(6) - '0';
    }
}
