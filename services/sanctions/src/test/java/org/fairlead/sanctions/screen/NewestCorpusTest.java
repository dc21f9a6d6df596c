package org.fairlead.sanctions.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.list.VersionSpan;
import org.fairlead.screening.Corpus;
import org.junit.jupiter.api.Test;

class NewestCorpusTest {

    private static final Instant SEEN = Instant.parse("2024-05-01T00:00:00Z");
    private static final Map<String, Integer> FIRST = Map.of("a", 1);
    private static final Map<String, Integer> SECOND = Map.of("a", 2);

    private final Map<Map<String, Integer>, CompletableFuture<Corpus>> made = new HashMap<>();

    private NewestCorpus newest(Duration patience) {
        return new NewestCorpus(
                () -> Uni.createFrom().item(List.<ListStore.Coverage>of()),
                versions -> Uni.createFrom().completionStage(() -> future(versions)),
                patience);
    }

    private CompletableFuture<Corpus> future(Map<String, Integer> versions) {
        return made.computeIfAbsent(versions, each -> new CompletableFuture<>());
    }

    private void ready(Map<String, Integer> versions) {
        future(versions).complete(new Corpus("c" + versions, List.of()));
    }

    private static Map<String, Integer> answer(Uni<NewestCorpus.Ready> asked) {
        return asked.await().atMost(Duration.ofSeconds(30)).versions();
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

        assertThat(asked.join().versions()).isEqualTo(SECOND);
    }

    @Test
    void aListsFirstVersionIsAlwaysWaitedFor() {
        var newest = newest(Duration.ofMillis(1));
        ready(FIRST);
        assertThat(answer(newest.of(FIRST))).isEqualTo(FIRST);
        var both = Map.of("a", 1, "b", 1);

        var asked = newest.of(both).subscribeAsCompletionStage();
        assertThat(asked).isNotDone();
        ready(both);

        assertThat(asked.join().versions()).isEqualTo(both);
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
                        null,
                        null,
                        now);

        var older = served.by(FIRST, now);

        assertThat(served.versions()).isEqualTo(SECOND);
        assertThat(older.versions()).isEqualTo(FIRST);
        assertThat(older.coverage())
                .singleElement()
                .satisfies(list -> {
                    assertThat(list.status()).isEqualTo(Coverage.Status.NEWER_IN_PREPARATION);
                    assertThat(list.version()).isEqualTo(1);
                    assertThat(list.ageHours()).isEqualTo(24.0);
                });
        assertThat(served.by(SECOND, now)).isSameAs(served);
    }
}
