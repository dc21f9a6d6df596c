package org.fairlead.cli.endtoend;

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
        var before = LocalParts.pidOf("keycloak");

        var said = LocalParts.fairlead("up");

        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("running already").contains(RunningPlatform.URL);
        assertThat(LocalParts.pidOf("keycloak")).isEqualTo(before);
    }

    @Test
    void showsEveryPartReady() throws IOException, InterruptedException {
        var said = LocalParts.fairlead("status");

        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains("postgresql", "kafka", "keycloak")
                .doesNotContain("died")
                .doesNotContain("stopped")
                .doesNotContain("not answering");
    }

    @Test
    void refusesToMoveToAnotherPort() throws IOException, InterruptedException {
        var said = LocalParts.fairlead("up", "--port", "1100");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .contains("--port " + RunningPlatform.PORT);
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
                            IntStream.range(RunningPlatform.PORT, RunningPlatform.PORT + 10)
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
        var untouched = LocalParts.pidOf("keycloak");
        LocalParts.kill("kafka");
        LocalParts.kill("postgresql");
        var died = LocalParts.fairlead("status");
        assertThat(died.code()).isNotZero();
        assertThat(died.text()).contains("died");

        var up = LocalParts.fairlead("up");

        assertThat(up.code()).as(up.text()).isZero();
        assertThat(LocalParts.pidOf("keycloak")).isEqualTo(untouched);
        assertThat(RunningPlatform.tokenOf("carl")).isNotEmpty();
    }
}
