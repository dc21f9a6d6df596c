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
        return org.fairlead.nmea.identity.ImoNumber.isValid(digits);
    }
}
