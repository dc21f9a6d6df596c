package org.fairlead.cli.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.fairlead.cli.Refusal;

/// The block of ten ports of one platform, all on the loopback address.
///
/// @param base the gateway's, what a user types into the browser
public record Ports(int base) {

    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65535 - 9;

    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new Refusal(
                    "Port %d cannot begin a block of ten; choose one from %d to %d with --port."
                            .formatted(base, LOWEST, HIGHEST));
        }
    }

    public int gateway() {
        return base;
    }

    public int ais() {
        return base + 1;
    }

    public int imagery() {
        return base + 2;
    }

    public int sanctions() {
        return base + 3;
    }

    public int cases() {
        return base + 4;
    }

    public int keycloak() {
        return base + 5;
    }

    public int keycloakManagement() {
        return base + 6;
    }

    public int postgresql() {
        return base + 7;
    }

    public int kafka() {
        return base + 8;
    }

    public int kafkaController() {
        return base + 9;
    }

    /// Whether a server could listen there now.
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // Connections of a stopped server linger in TIME_WAIT and must not count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
