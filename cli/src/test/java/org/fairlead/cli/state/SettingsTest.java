package org.fairlead.cli.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.fairlead.cli.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Optional<Settings> NONE = Optional.empty();
    private static final Optional<Settings> DEMO_AT_9000 = Optional.of(new Settings(9000, true));

    @Test
    void areTheAskedOnesAtAFirstStart() {
        assertThat(Settings.reconcile(NONE, null, false)).isEqualTo(new Settings(8080, true));
        assertThat(Settings.reconcile(NONE, 9000, true)).isEqualTo(new Settings(9000, false));
    }

    @Test
    void areTheStoredOnesLater() {
        assertThat(Settings.reconcile(DEMO_AT_9000, null, false))
                .isEqualTo(new Settings(9000, true));
        assertThat(Settings.reconcile(DEMO_AT_9000, 9000, false))
                .isEqualTo(new Settings(9000, true));
    }

    @Test
    void neverMoveToAnotherPort() {
        assertThatThrownBy(() -> Settings.reconcile(DEMO_AT_9000, 8080, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--port 9000");
    }

    @Test
    void neverLoseTheDemonstrationLater() {
        assertThatThrownBy(() -> Settings.reconcile(DEMO_AT_9000, null, true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reset");
    }

    @Test
    void surviveInTheStateDirectory(@TempDir Path directory) {
        var state = new StateDirectory(directory);
        assertThat(Settings.read(state)).isEmpty();

        new Settings(9000, false).write(state);

        assertThat(Settings.read(state)).hasValue(new Settings(9000, false));
    }
}
