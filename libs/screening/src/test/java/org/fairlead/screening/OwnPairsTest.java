package org.fairlead.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.score.Rarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pairs of our own making beside the labelled ones, by script and kind, with those that are known
/// to come out wrong: docs/reference/screening.md tells of them.
class OwnPairsTest {

    private record Pair(
            Schema schema, String query, String listed, boolean isSame, boolean isKnown) {

        static Pair of(List<String> cells) {
            return new Pair(
                    Schema.find(cells.get(1)).orElseThrow(),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4).equals("same"),
                    cells.get(5).equals("known"));
        }

        boolean isFound() {
            var profile = Profile.of(schema);
            var comparison =
                    new Matcher(profile, Rarity.NONE)
                            .compare(
                                    Subject.of("q", schema).name(query).build(),
                                    Subject.of("l", schema).name(listed).build());
            return comparison.score() >= profile.threshold();
        }
    }

    static Stream<Pair> pairs() throws IOException {
        try (var file = OwnPairsTest.class.getResourceAsStream("own-pairs.tsv")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Pair.of(List.of(line.split("\t"))))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void comesOutAsSaid(Pair pair) {
        boolean isRight = pair.isFound() == pair.isSame();

        assertThat(isRight)
                .as("right, unless it is one of those known to come out wrong")
                .isEqualTo(!pair.isKnown());
    }
}
