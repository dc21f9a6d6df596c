package org.fairlead.ais.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowerTest {

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void worksOffEverythingInOrder() throws Exception {
        try (var follower = new Follower("test", 10)) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                follower.hand(1 + i % 10, () -> done.add(number));
            }
            follower.finish();

            assertThat(done).hasSize(100).isSorted();
            assertThat(follower.isIdle()).isTrue();
        }
    }

    @Test
    void letsWhoHandsOverGoOnUntilThereIsNoRoom() throws Exception {
        var gate = new CountDownLatch(1);
        try (var follower = new Follower("test", 5)) {
            follower.hand(3, gate::await);
            follower.hand(2, () -> done.add(2));
            assertThat(follower.isIdle()).isFalse();
            assertThat(done).isEmpty();

            var third = CompletableFuture.runAsync(() -> handTo(follower));
            assertThat(third).isNotDone();
            gate.countDown();
            third.get(30, TimeUnit.SECONDS);
            follower.finish();

            assertThat(done).containsExactly(2, 3);
        }
    }

    private void handTo(Follower follower) {
        try {
            follower.hand(1, () -> done.add(3));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void hasRoomForWhatWeighsMoreThanAll() throws Exception {
        try (var follower = new Follower("test", 5)) {
            follower.hand(1_000, () -> done.add(1));
            follower.hand(0, () -> done.add(2));
            follower.finish();

            assertThat(done).containsExactly(1, 2);
        }
    }

    @Test
    void tellsOfAFaultAndLeavesWhatCameBehindIt() throws Exception {
        try (var follower = new Follower("test", 5)) {
            follower.hand(
                    1,
                    () -> {
                        throw new IOException("the disk is full");
                    });
            assertThatThrownBy(() -> follower.hand(5, () -> done.add(1)))
                    .hasMessage("the disk is full");
            assertThatThrownBy(follower::finish).hasMessage("the disk is full");
            assertThatThrownBy(follower::check).hasMessage("the disk is full");

            assertThat(done).isEmpty();
        }
    }
}
