package org.fairlead.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.contracts.cases.CaseChange;
import org.junit.jupiter.api.Test;

class RecentChangesTest {

    private static final Consumer<Change> NOBODY = change -> {};

    private final RecentChanges changes = new RecentChanges(3, new Position(new long[] {10, 20}));

    @Test
    void tellsListenersWhatComesAndWhereItLies() {
        List<String> heard = new ArrayList<>();
        changes.subscribe(null, change -> heard.add(change.position().text()));

        changes.add(0, 10, change());
        changes.add(1, 20, change());

        assertThat(heard).containsExactly("11.20", "11.21");
    }

    @Test
    void givesASubscriberWhatItMissedInAnyPartition() {
        changes.add(0, 10, change());
        changes.add(1, 20, change());
        changes.add(0, 11, change());

        var beginning = changes.subscribe(new Position(new long[] {11, 20}), NOBODY);

        assertThat(beginning.isComplete()).isTrue();
        assertThat(beginning.missed())
                .extracting(missed -> missed.partition() + ":" + missed.offset())
                .containsExactly("1:20", "0:11");
    }

    @Test
    void saysWhenSomethingMissedIsNoLongerKept() {
        for (int offset = 10; offset < 15; offset++) {
            changes.add(0, offset, change());
        }

        assertThat(changes.subscribe(new Position(new long[] {11, 20}), NOBODY).isComplete())
                .isFalse();
        assertThat(changes.subscribe(new Position(new long[] {12, 20}), NOBODY).isComplete())
                .isTrue();
        assertThat(changes.subscribe(new Position(new long[] {9, 20}), NOBODY).isComplete())
                .isFalse();
    }

    @Test
    void understandsAPositionAheadOfItsOwn() {
        var beginning = changes.subscribe(new Position(new long[] {99, 99}), NOBODY);

        assertThat(beginning.isComplete()).isTrue();
        assertThat(beginning.missed()).isEmpty();
    }

    @Test
    void forgetsWhoLeft() {
        List<Change> heard = new ArrayList<>();
        Consumer<Change> listener = heard::add;
        changes.subscribe(null, listener);
        changes.unsubscribe(listener);

        changes.add(0, 10, change());

        assertThat(heard).isEmpty();
        assertThat(changes.subscribers()).isZero();
    }

    private static CaseChange change() {
        return new CaseChange(
                UUID.randomUUID(), "team-gulf", "case-opened", null, null, 1, Instant.EPOCH);
    }
}
