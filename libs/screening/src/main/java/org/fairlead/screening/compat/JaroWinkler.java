package org.fairlead.screening.compat;

/// Jaro–Winkler similarity (Winkler 1990), the bonus for a common prefix given whatever the Jaro
/// similarity is.
public final class JaroWinkler {

    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    /// @param prefixScale what each of up to four letters of a common prefix makes up for
    public static double of(String a, String b, double prefixScale) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * prefixScale * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] isUsed = new boolean[b.length()];
        char[] matched = new char[a.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int to = Math.min(b.length(), i + window + 1);
            for (int j = Math.max(0, i - window); j < to; j++) {
                if (!isUsed[j] && a.charAt(i) == b.charAt(j)) {
                    isUsed[j] = true;
                    matched[matches++] = a.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int next = 0;
        for (int j = 0; j < b.length(); j++) {
            if (isUsed[j] && matched[next++] != b.charAt(j)) {
                outOfOrder++;
            }
        }
        double m = matches;
        return (m / a.length() + m / b.length() + (m - outOfOrder / 2.0) / m) / 3;
    }
}
