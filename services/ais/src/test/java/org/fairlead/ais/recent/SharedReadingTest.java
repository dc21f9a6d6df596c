package org.fairlead.ais.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

    private static final Fix FIX = new Fix(7, 1000, 1, 1, 1, 2, 3, 0, 0, 1, 0);
    private static final RecentPositions ONE =
            RecentPositions.NONE.next(
                    Set.of(),
                    Map.of(
                            new WaitingFrame(0, 1, "pier"),
                            FrameCodec.encode(new Frame("pier/1", "pier", 0, List.of(FIX)))));

    private Instant now = Instant.parse("2024-01-02T12:00:00Z");
    private final List<Long> toForget = new ArrayList<>();
    private final SharedReading reading =
            new SharedReading(() -> now, Duration.ofSeconds(1), toForget::add);
    private final List<RecentPositions> before = new ArrayList<>();

    private Uni<RecentPositions> one(RecentPositions last) {
        before.add(last);
        return Uni.createFrom().item(ONE);
    }

    private RecentPositions ask() {
        return reading.get(this::one).await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void isOneForAllWhoAskWithinASecond() {
        assertThat(ask()).isSameAs(ONE);
        now = now.plusMillis(999);
        assertThat(ask()).isSameAs(ONE);

        assertThat(before).containsExactly(RecentPositions.NONE);
    }

    @Test
    void goesOnFromTheOneBefore() {
        assertThat(ask()).isSameAs(ONE);
        now = now.plusSeconds(1);
        assertThat(ask()).isSameAs(ONE);

        assertThat(before).containsExactly(RecentPositions.NONE, ONE);
    }

    @Test
    void isNeverTwoAtOnce() {
        var answers = new ArrayList<UniEmitter<? super RecentPositions>>();
        var heard = new ArrayList<RecentPositions>();
        SharedReading.Read slow = last -> Uni.createFrom().emitter(answers::add);
        var unused = reading.get(slow).subscribe().with(heard::add);
        now = now.plusSeconds(30);
        unused = reading.get(slow).subscribe().with(heard::add);
        assertThat(answers).hasSize(1);
        assertThat(heard).isEmpty();

        answers.getFirst().complete(ONE);

        assertThat(heard).containsExactly(ONE, ONE);
    }

    @Test
    void isNotKeptWhenItFailed() {
        var failed =
                reading.get(last -> Uni.createFrom().failure(new IllegalStateException("away")));
        assertThatThrownBy(() -> failed.await().atMost(Duration.ofSeconds(10))).hasMessage("away");

        assertThat(ask()).isSameAs(ONE);
    }

    @Test
    void comesToItsEndThoughTheOnlyOneWhoAskedWentAway() {
        var answers = new ArrayList<UniEmitter<? super RecentPositions>>();
        var heard = new ArrayList<RecentPositions>();
        var asked =
                reading.get(last -> Uni.createFrom().emitter(answers::add))
                        .subscribe()
                        .with(heard::add);

        asked.cancel();
        answers.getFirst().complete(ONE);
        now = now.plusSeconds(1);

        assertThat(heard).isEmpty();
        assertThat(reading.size()).isEqualTo(1);
        assertThat(ask()).isSameAs(ONE);
        assertThat(before).containsExactly(ONE);
    }

    @Test
    void isForgottenWhenNobodyAskedSince() {
        assertThat(ask()).isSameAs(ONE);
        now = now.plusSeconds(1);
        assertThat(ask()).isSameAs(ONE);
        assertThat(toForget).hasSize(2);

        reading.forget(toForget.getFirst());
        assertThat(reading.size()).isEqualTo(1);
        reading.forget(toForget.getLast());
        assertThat(reading.size()).isZero();

        assertThat(ask()).isSameAs(ONE);
        assertThat(before).containsExactly(RecentPositions.NONE, ONE, RecentPositions.NONE);
    }
}
