package org.fairlead.bench.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.SubjectName;
import org.fairlead.screening.name.Schema;

/// Listings made from a seed: words are drawn as often, and in names of as many words, as in the
/// names they are modelled on.
final class MadeSubjects {

    private final SplittableRandom random;
    private final Map<Schema, Shape> shapes = new LinkedHashMap<>();
    private final List<Schema> mix = new ArrayList<>();

    /// Words of one kind of name, each as often as it occurs, and numbers of words likewise.
    private record Shape(List<String> words, List<Integer> lengths) {}

    MadeSubjects(long seed, List<Subject> models) {
        this.random = new SplittableRandom(seed);
        for (Subject model : models) {
            var shape =
                    shapes.computeIfAbsent(
                            model.schema(), key -> new Shape(new ArrayList<>(), new ArrayList<>()));
            for (SubjectName name : model.names()) {
                String[] words = name.text().split("[\\s,]+");
                shape.words.addAll(List.of(words));
                shape.lengths.add(words.length);
            }
            mix.add(model.schema());
        }
    }

    /// Without models: from words of our own.
    static MadeSubjects own(long seed) {
        var random = new SplittableRandom(seed);
        var models = new ArrayList<Subject>();
        for (int i = 0; i < 4_000; i++) {
            models.add(OwnWords.subject(i, random));
        }
        return new MadeSubjects(seed + 1, models);
    }

    /// @param names of all subjects together
    List<Subject> make(int names) {
        var subjects = new ArrayList<Subject>();
        int made = 0;
        while (made < names) {
            var schema = mix.get(random.nextInt(mix.size()));
            var subject = Subject.of("made/" + subjects.size(), schema);
            int aliases = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            for (int i = 0; i < aliases; i++) {
                subject.name(name(schema), i > 0 && random.nextInt(5) == 0);
            }
            if (schema == Schema.VESSEL) {
                subject.add(Property.IMO, imo());
                subject.add(
                        Property.FLAG,
                        List.of("PA", "IR", "KP", "LR", "MH").get(random.nextInt(5)));
            }
            var built = subject.build();
            made += built.names().size();
            subjects.add(built);
        }
        return subjects;
    }

    private String name(Schema schema) {
        var shape = java.util.Objects.requireNonNull(shapes.get(schema));
        int words = shape.lengths.get(random.nextInt(shape.lengths.size()));
        var name = new StringBuilder();
        for (int i = 0; i < words; i++) {
            name.append(i == 0 ? "" : " ").append(word(shape));
        }
        return name.toString();
    }

    // One word in twelve is new, as lists grow by new names: else a million names have a small
    // list's words.
    private String word(Shape shape) {
        String word = shape.words.get(random.nextInt(shape.words.size()));
        if (word.length() < 5 || random.nextInt(12) > 0) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + syllable() + word.substring(at);
    }

    private String syllable() {
        return "" + "bdfgklmnprstvz".charAt(random.nextInt(14)) + "aeiou".charAt(random.nextInt(5));
    }

    private String imo() {
        int number = 100_000 + random.nextInt(800_000);
        int sum = 0;
        String digits = "" + number;
        for (int i = 0; i < 6; i++) {
            sum += (digits.charAt(i) - '0') * (7 - i);
        }
        return digits + sum % 10;
    }
}
