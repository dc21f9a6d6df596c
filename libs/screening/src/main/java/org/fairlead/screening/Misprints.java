package org.fairlead.screening;

import java.util.LinkedHashSet;
import java.util.Set;
import org.fairlead.lists.ImoNumber;
import org.jspecify.annotations.Nullable;

/// IMO numbers that may be one, written wrongly: one digit is another, or two neighbours are
/// swapped. Only where the check digit says that one of the two is wrong: two valid numbers are two
/// hulls however alike they look.
final class Misprints {

    private Misprints() {}

    /// Every number that the number may be a misprint of, or that may be a misprint of it.
    static Set<String> of(String number) {
        boolean isValid = ImoNumber.of(number).isPresent();
        var near = new LinkedHashSet<String>();
        for (int at = 0; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                near.add(number.substring(0, at) + digit + number.substring(at + 1));
            }
            if (at > 0) {
                near.add(
                        number.substring(0, at - 1)
                                + number.charAt(at)
                                + number.charAt(at - 1)
                                + number.substring(at + 1));
            }
        }
        near.removeIf(other -> ImoNumber.of(other).isPresent() == isValid);
        return near;
    }

    /// A number of one side and one of the other.
    record Pair(String query, String listed) {}

    /// Absent when none may be a misprint of another.
    static @Nullable Pair between(Set<String> query, Set<String> listed) {
        for (String ours : query.stream().sorted().toList()) {
            for (String theirs : listed.stream().sorted().toList()) {
                if (areNear(ours, theirs)
                        && ImoNumber.of(ours).isPresent() != ImoNumber.of(theirs).isPresent()) {
                    return new Pair(ours, theirs);
                }
            }
        }
        return null;
    }

    private static boolean areNear(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int from = 0;
        while (from < one.length() && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int to = one.length() - 1;
        while (to > from && one.charAt(to) == other.charAt(to)) {
            to--;
        }
        return from == to
                || (from + 1 == to
                        && one.charAt(from) == other.charAt(to)
                        && one.charAt(to) == other.charAt(from));
    }
}
