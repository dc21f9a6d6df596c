package org.fairlead.bench.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Names as people get them wrong: misprints, words left out, added, turned round, joined, split.
public final class Mutations {

    private final SplittableRandom random;

    public Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public String of(String name) {
        var words = new ArrayList<>(List.of(name.strip().split("[\\s,]+")));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(words);
        }
        return String.join(" ", words);
    }

    private void change(List<String> words) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(10)) {
            case 0 -> words.set(at, without(words.get(at)));
            case 1 -> words.set(at, with(words.get(at)));
            case 2, 3 -> words.set(at, exchanged(words.get(at)));
            case 4 -> words.set(at, transposed(words.get(at)));
            case 5 -> {
                if (words.size() > 1) {
                    words.remove(at);
                }
            }
            case 6 -> words.add(at, letter() + "a" + letter() + letter());
            case 7 -> words.add(words.remove(at));
            case 8 -> {
                if (at + 1 < words.size()) {
                    words.set(at, words.get(at) + words.remove(at + 1));
                }
            }
            default -> split(words, at);
        }
    }

    private static void split(List<String> words, int at) {
        String word = words.get(at);
        if (word.length() > 5) {
            words.set(at, word.substring(0, word.length() / 2));
            words.add(at + 1, word.substring(word.length() / 2));
        }
    }

    private String without(String word) {
        int at = random.nextInt(word.length());
        return word.length() < 3 ? word : word.substring(0, at) + word.substring(at + 1);
    }

    private String with(String word) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + letter() + word.substring(at);
    }

    private String exchanged(String word) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + letter() + word.substring(at + 1);
    }

    private String transposed(String word) {
        if (word.length() < 2) {
            return word;
        }
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at)
                + word.charAt(at + 1)
                + word.charAt(at)
                + word.substring(at + 2);
    }

    private String letter() {
        return "" + (char) ('A' + random.nextInt(26));
    }
}
