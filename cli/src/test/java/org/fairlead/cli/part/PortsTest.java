package org.fairlead.cli.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.fairlead.cli.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void giveEveryPartItsPlaceInTheBlock() {
        var ports = new Ports(9000);

        assertThat(ports)
                .returns(9000, Ports::gateway)
                .returns(9001, Ports::ais)
                .returns(9002, Ports::imagery)
                .returns(9003, Ports::sanctions)
                .returns(9004, Ports::cases)
                .returns(9005, Ports::keycloak)
                .returns(9006, Ports::keycloakManagement)
                .returns(9007, Ports::postgresql)
                .returns(9008, Ports::kafka)
                .returns(9009, Ports::kafkaController);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 65526})
    void mayBeginAtTheEdges(int base) {
        assertThat(new Ports(base).gateway()).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1023, 65527, 70000})
    void areRefusedWhereABlockDoesNotFit(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--port");
    }

    @Test
    void areTakenWhileAnotherProgramListensAndFreeAfterwards() throws IOException {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();

            assertThat(Ports.isFree(port)).isFalse();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void areTakenByAProgramThatListensEverywhere() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThat(Ports.isFree(other.getLocalPort())).isFalse();
        }
    }
}
