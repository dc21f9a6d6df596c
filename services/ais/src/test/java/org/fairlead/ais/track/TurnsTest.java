package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(2, Duration.ofMinutes(1));
    private final BlockingQueue<UniEmitter<? super String>> begun = new LinkedBlockingQueue<>();

    private UniAssertSubscriber<String> ask() {
        return turns.in(() -> Uni.createFrom().<String>emitter(begun::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private UniEmitter<? super String> next() throws InterruptedException {
        var next = begun.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("it has begun").isNotNull();
        return next;
    }

    @Test
    void letsTheNextOneBeginWhenOneEnds() throws InterruptedException {
        var first = ask();
        var second = ask();
        var third = ask();
        var fourth = ask();
        var one = next();
        var two = next();
        assertThat(begun).isEmpty();

        one.complete("one");
        assertThat(first.getItem()).isEqualTo("one");
        var three = next();
        assertThat(begun).isEmpty();

        two.fail(new IllegalStateException("two"));
        assertThat(second.getFailure()).hasMessage("two");
        var four = next();
        three.complete("three");
        four.complete("four");
        assertThat(third.getItem()).isEqualTo("three");
        assertThat(fourth.getItem()).isEqualTo("four");
    }

    @Test
    void passesByWhoGaveUpAndLetsWhatHasBegunEnd() throws InterruptedException {
        var first = ask();
        ask();
        ask().cancel();
        var fourth = ask();
        var one = next();
        var two = next();

        first.cancel();
        assertThat(begun).isEmpty();
        one.complete("nobody wants it");
        next().complete("four");
        assertThat(fourth.getItem()).isEqualTo("four");
        two.complete("two");
    }

    /// A long line of it, each of which ends as soon as it begins.
    @Test
    void givesBackTheTurnOfWorkThatCannotBegin() throws InterruptedException {
        ask();
        ask();
        var failed = new ArrayList<UniAssertSubscriber<String>>();
        for (int i = 0; i < 10_000; i++) {
            failed.add(
                    turns.<String>in(
                                    () -> {
                                        throw new IllegalStateException("no");
                                    })
                            .subscribe()
                            .withSubscriber(UniAssertSubscriber.create()));
        }
        var last = ask();
        var alsoLast = ask();

        next().complete("one");
        next().complete("two");
        next().complete("last");
        next().complete("also last");

        assertThat(List.of(last.getItem(), alsoLast.getItem()))
                .containsExactlyInAnyOrder("last", "also last");
        assertThat(failed).allSatisfy(one -> assertThat(one.getFailure()).hasMessage("no"));
    }

    @Test
    void isNeverHeldByMoreAndAlwaysGivenBackWhoeverGivesUpWhen() throws InterruptedException {
        int all = 2_000;
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var asked = new CountDownLatch(all);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < all; i++) {
                int n = i;
                threads.execute(() -> {
                    var one =
                            turns.in(
                                            () -> {
                                                most.accumulateAndGet(
                                                        now.incrementAndGet(), Math::max);
                                                return Uni.createFrom()
                                                        .item(n)
                                                        .emitOn(threads)
                                                        .invoke(any -> now.decrementAndGet());
                                            })
                                    .subscribe()
                                    .withSubscriber(UniAssertSubscriber.create());
                    if (n % 3 == 0) {
                        one.cancel();
                    }
                    asked.countDown();
                });
            }
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            // They come last, so they have their turns when all others had theirs.
            ask();
            ask();
            next();
            next();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void givesUpWhatIsNeverAnswered() {
        var impatient = new Turns(1, Duration.ofMillis(20));
        var never =
                impatient
                        .<String>in(() -> Uni.createFrom().nothing())
                        .subscribe()
                        .withSubscriber(UniAssertSubscriber.create());
        var next =
                impatient
                        .in(() -> Uni.createFrom().item("next"))
                        .subscribe()
                        .withSubscriber(UniAssertSubscriber.create());

        assertThat(next.awaitItem(Duration.ofSeconds(20)).getItem()).isEqualTo("next");
        assertThat(never.getFailure())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not answer in time");
    }

    @Test
    void isForOneAtLeast() {
        assertThatThrownBy(() -> new Turns(0, Duration.ofMinutes(1)))
                .hasMessageContaining("expected 1 or more, was 0");
    }
}
