package org.fairlead.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private static final String AFTER_THE_NAME =
            " 1 10 10 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 100 200\n";

    @Test
    void knowsARunningProcessAndSeesItEnd() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "60").start();
        var identity = ProcessIdentity.of(process.pid()).orElseThrow();

        assertThat(identity.isAlive()).isTrue();
        assertThat(identity.handle()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(identity.isAlive()).isFalse();
        assertThat(identity.handle()).isEmpty();
    }

    @Test
    void doesNotTakeALaterProcessWithTheSameIdForTheFirst() {
        var self = ProcessHandle.current().pid();
        var earlier = new ProcessIdentity(self, "another boot:1");

        assertThat(earlier.isAlive()).isFalse();
        assertThat(earlier.handle()).isEmpty();
    }

    @Test
    void readsTheStartTickBehindANameWithSpacesAndParentheses() {
        assertThat(ProcessIdentity.birthIn("42 (a) b (c) S" + AFTER_THE_NAME)).hasValue("987654");
    }

    @Test
    void countsAZombieAsGone() {
        assertThat(ProcessIdentity.birthIn("42 (java) Z" + AFTER_THE_NAME)).isEmpty();
        assertThat(ProcessIdentity.birthIn("42 (java) X" + AFTER_THE_NAME)).isEmpty();
    }
}
