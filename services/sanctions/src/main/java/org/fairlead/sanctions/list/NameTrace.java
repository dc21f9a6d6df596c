package org.fairlead.sanctions.list;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fairlead.lists.Listing;

/// Whether a person's earlier names can still be recognised in the new ones.
final class NameTrace {

    private static final int FEWEST_STRANGE_WORDS = 2;
    private static final int LONGEST_DISTANCE = 2;

    private NameTrace() {}

    /// True when the earlier primary name is no longer there and at least two words of the new one,
    /// and more than half of them, are unlike any word of any earlier name.
    static boolean isLost(List<String> then, Listing now) {
        var primaryThen = words(then.getFirst());
        boolean isKept =
                now.names().stream().anyMatch(name -> words(name.text()).equals(primaryThen));
        if (isKept) {
            return false;
        }
        var known = then.stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
        var words = words(now.name());
        long strange =
                words.stream()
                        .filter(word -> known.stream().noneMatch(each -> isAlike(each, word)))
                        .count();
        return strange >= FEWEST_STRANGE_WORDS && strange * 2 > words.size();
    }

    private static Set<String> words(String name) {
        return new TreeSet<>(List.of(SearchText.folded(name).split(" ", -1)));
    }

    /// Spellings of one name: `Aleksandr`, `Alexander`.
    private static boolean isAlike(String one, String other) {
        if (one.equals(other) || one.startsWith(other) || other.startsWith(one)) {
            return true;
        }
        int allowed = Math.min(LONGEST_DISTANCE, Math.min(one.length(), other.length()) / 3);
        return distance(one, other) <= allowed;
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = row;
        }
        return before[other.length()];
    }
}
