package org.fairlead.cli.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fairlead.cli.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir private Path directory;

    @Test
    void isTheNamedOneBeforeAllOthers() {
        var environment = Map.of("FAIRLEAD_DATA", "/elsewhere", "XDG_STATE_HOME", "/xdg");

        assertThat(StateDirectory.choose(directory, environment).root()).isEqualTo(directory);
        assertThat(StateDirectory.choose(null, environment).root())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void liesInTheUsersStateOtherwise() {
        assertThat(StateDirectory.choose(null, Map.of("XDG_STATE_HOME", "/xdg")).root())
                .isEqualTo(Path.of("/xdg/fairlead"));
        assertThat(StateDirectory.choose(null, Map.of()).root())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".local/state/fairlead"));
    }

    @Test
    void isRefusedWhereAFileIsInTheWay() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new StateDirectory(file.resolve("below")).create())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--data");
    }

    @Test
    void isClearedExceptForWhatIsKept() throws IOException {
        var state = new StateDirectory(directory.resolve("state")).create();
        var kept = Files.writeString(state.file("launcher.lock"), "");
        Files.writeString(state.directoryOf("ais").resolve("spool"), "x");

        state.clear(kept::equals);

        assertThat(state.root()).isDirectoryContaining(kept::equals);
        assertThat(state.file("ais")).doesNotExist();
    }

    @Test
    void isHeldByOneCommandAtATime() {
        var state = new StateDirectory(directory).create();
        try (var first = LauncherLock.take(state)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> LauncherLock.take(state)).isInstanceOf(Refusal.class);
        }
        LauncherLock.take(state).close();
    }
}
