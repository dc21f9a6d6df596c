package org.fairlead.sanctions.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.list.VersionSpan;
import org.fairlead.sanctions.reference.ReferenceFact;
import org.fairlead.screening.Corpus;
import org.junit.jupiter.api.Test;

class NewestCorpusTest {

    private static final Instant SEEN = Instant.parse("2024-05-01T00:00:00Z");
    private static final Basis FIRST = of(Map.of("a", 1));
    private static final Basis SECOND = of(Map.of("a", 2));
    private static final ReferenceFact FACT =
            new ReferenceFact(
                    new UUID(1, 1),
                    "European Union",
                    "eu-833-annex-xlii",
                    "9179842",
                    "ANGARA",
                    LocalDate.parse("2024-06-25"),
                    "Official Journal",
                    "carl",
                    SEEN);

    private final Map<Basis, CompletableFuture<Corpus>> made = new HashMap<>();

    private static Basis of(Map<String, Integer> versions) {
        return new Basis(versions, List.of());
    }

    private NewestCorpus newest(Duration patience) {
        return new NewestCorpus(
                () -> Uni.createFrom().item(of(Map.of())),
                basis -> Uni.createFrom().completionStage(() -> future(basis)),
                patience);
    }

    private CompletableFuture<Corpus> future(Basis basis) {
        return made.computeIfAbsent(basis, each -> new CompletableFuture<>());
    }

    private void ready(Basis basis) {
        future(basis).complete(new Corpus("c" + basis, List.of()));
    }

    private static Basis answer(Uni<NewestCorpus.Ready> asked) {
        return asked.await().atMost(Duration.ofSeconds(30)).basis();
    }

    @Test
    void theVersionBeforeAnswersUntilTheNewOneIsReady() {
        var newest = newest(Duration.ofMillis(1));
        ready(FIRST);
        assertThat(answer(newest.of(FIRST))).isEqualTo(FIRST);

        assertThat(answer(newest.of(SECOND))).isEqualTo(FIRST);

        ready(SECOND);
        assertThat(answer(newest.of(SECOND))).isEqualTo(SECOND);
    }

    @Test
    void oneThatIsReadyInTimeIsWaitedFor() {
        var newest = newest(Duration.ofSeconds(30));
        ready(FIRST);
        assertThat(answer(newest.of(FIRST))).isEqualTo(FIRST);

        var asked = newest.of(SECOND).subscribeAsCompletionStage();
        ready(SECOND);

        assertThat(asked.join().basis()).isEqualTo(SECOND);
    }

    @Test
    void aListsFirstVersionIsAlwaysWaitedFor() {
        var newest = newest(Duration.ofMillis(1));
        ready(FIRST);
        assertThat(answer(newest.of(FIRST))).isEqualTo(FIRST);
        var both = of(Map.of("a", 1, "b", 1));

        var asked = newest.of(both).subscribeAsCompletionStage();
        assertThat(asked).isNotDone();
        ready(both);

        assertThat(asked.join().basis()).isEqualTo(both);
    }

    @Test
    void aFactIsWaitedForToo() {
        var newest = newest(Duration.ofMillis(1));
        ready(FIRST);
        assertThat(answer(newest.of(FIRST))).isEqualTo(FIRST);
        var withFact = new Basis(FIRST.versions(), List.of(FACT));

        var asked = newest.of(withFact).subscribeAsCompletionStage();
        assertThat(asked).isNotDone();
        ready(withFact);

        assertThat(asked.join().basis()).isEqualTo(withFact);
    }

    @Test
    void anAnswerOfAnOlderVersionSaysSo() {
        var spans =
                List.of(
                        new VersionSpan(1, "1".repeat(64), SEEN, SEEN.plusSeconds(86_400)),
                        new VersionSpan(
                                2,
                                "2".repeat(64),
                                SEEN.plusSeconds(172_800),
                                SEEN.plusSeconds(172_800)));
        var now = SEEN.plusSeconds(172_800);
        var served =
                Served.of(
                        List.of(new ListStore.Coverage("a", "Authority", true, spans, null)),
                        List.of(),
                        null,
                        null,
                        now);

        var older = served.by(FIRST.versions(), now);

        assertThat(served.versions()).isEqualTo(SECOND.versions());
        assertThat(older.versions()).isEqualTo(FIRST.versions());
        assertThat(older.coverage())
                .singleElement()
                .satisfies(list -> {
                    assertThat(list.status()).isEqualTo(Coverage.Status.NEWER_IN_PREPARATION);
                    assertThat(list.version()).isEqualTo(1);
                    assertThat(list.ageHours()).isEqualTo(24.0);
                });
        assertThat(served.by(SECOND.versions(), now)).isSameAs(served);
    }
}
