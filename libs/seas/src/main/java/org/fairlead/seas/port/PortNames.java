package org.fairlead.seas.port;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Ports by what they are called.
final class PortNames {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// A word that differs in more than this share of its letters is another word.
    private static final double LIKE = 0.4;

    private record Spelling(String letters, Port port) {}

    private final Map<String, Port> codes = new HashMap<>();
    private final Map<String, List<Port>> names = new HashMap<>();
    private final Map<String, List<Port>> aliases = new HashMap<>();
    private final List<Spelling> spellings = new ArrayList<>();

    PortNames(List<Port> ports) {
        for (Port port : ports) {
            codes.put(letters(port.id()), port);
            port.code().ifPresent(code -> codes.put(letters(code), port));
            add(names, port.name(), port);
            port.aliases().forEach(alias -> add(aliases, alias, port));
        }
    }

    private void add(Map<String, List<Port>> map, String name, Port port) {
        String letters = letters(name);
        map.computeIfAbsent(letters, key -> new ArrayList<>(1)).add(port);
        spellings.add(new Spelling(letters, port));
    }

    /// Codes before names before aliases: a town that is some other port's alias must not make the
    /// port of that name ambiguous.
    List<Port> called(String text) {
        String letters = letters(text);
        Port port = codes.get(letters);
        if (port != null) {
            return List.of(port);
        }
        var named = names.get(letters);
        return List.copyOf(named == null ? aliases.getOrDefault(letters, List.of()) : named);
    }

    List<Port> like(String text, int most) {
        String letters = letters(text);
        if (letters.isEmpty()) {
            return List.of();
        }
        record Ranked(Port port, double unlike) {}
        return spellings.stream()
                .map(spelling -> new Ranked(spelling.port(), unlike(letters, spelling.letters())))
                .filter(ranked -> ranked.unlike() <= LIKE)
                .sorted(
                        Comparator.comparingDouble(Ranked::unlike)
                                .thenComparing(ranked -> ranked.port().name()))
                .map(Ranked::port)
                .distinct()
                .limit(most)
                .toList();
    }

    private static double unlike(String wanted, String name) {
        if (name.startsWith(wanted)) {
            return 0.1 * (name.length() - wanted.length()) / name.length();
        }
        if (wanted.length() >= 4 && name.contains(wanted)) {
            return 0.2;
        }
        return (double) edits(wanted, name) / Math.max(wanted.length(), name.length());
    }

    /// Letters added, left out or changed (Levenshtein), by one row of the table at a time.
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int at = 1; at <= one.length(); at++) {
            int diagonal = row[0];
            row[0] = at;
            for (int column = 1; column < row.length; column++) {
                int change = diagonal + (one.charAt(at - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /// Small letters and digits without accents or anything between them.
    static String letters(String text) {
        String bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_A_LETTER.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
