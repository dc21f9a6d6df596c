package org.fairlead.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The commands around a running platform.
class LauncherEndToEndTest {

    @Test
    void saysThatItRunsAndStartsNothingTwice() throws IOException, InterruptedException {
        var before = RunningPlatform.pidOf("keycloak");

        var said = RunningPlatform.fairlead("up");

        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("running already").contains(RunningPlatform.url());
        assertThat(RunningPlatform.pidOf("keycloak")).isEqualTo(before);
    }

    @Test
    void showsEveryPartReady() throws IOException, InterruptedException {
        var said = RunningPlatform.fairlead("status");

        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains("postgresql", "kafka", "keycloak")
                .doesNotContain("died")
                .doesNotContain("stopped")
                .doesNotContain("not answering");
    }

    @Test
    void refusesToMoveToAnotherPort() throws IOException, InterruptedException {
        var said = RunningPlatform.fairlead("up", "--port", "1100");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .contains("--port " + RunningPlatform.port());
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        var outward =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address ->
                                !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                        .toList();
        for (var address : outward) {
            assertThat(
                            IntStream.range(RunningPlatform.port(), RunningPlatform.port() + 10)
                                    .filter(port -> answers(address, port)))
                    .as("ports open on " + address)
                    .isEmpty();
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void startsAgainJustThePartsThatWereKilled() throws IOException, InterruptedException {
        var untouched = RunningPlatform.pidOf("keycloak");
        RunningPlatform.kill("kafka");
        RunningPlatform.kill("postgresql");
        var died = RunningPlatform.fairlead("status");
        assertThat(died.code()).isNotZero();
        assertThat(died.text()).contains("died");

        var up = RunningPlatform.fairlead("up");

        assertThat(up.code()).as(up.text()).isZero();
        assertThat(RunningPlatform.pidOf("keycloak")).isEqualTo(untouched);
        assertThat(RunningPlatform.tokenOf("carl")).isNotEmpty();
    }
}
