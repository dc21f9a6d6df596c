package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Parts die in the middle of the work and come back: nothing accepted is lost, nothing is doubled.
/// The long form is `./fairlead bench kills --rounds 20`.
class RestartEndToEndTest {

    /// The command counts fixes sent and fixes stored, in total and for single ships, and fails
    /// where they differ.
    @Test
    void killingAisThenKafkaThenPostgresqlLosesAndDoublesNothing() throws Exception {
        var said =
                LocalParts.fairlead(
                        "bench", "kills", "--rounds", "3", "--seed", "2", "--lines", "120000");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("3 rounds: lost 0, doubled 0");
    }
}
