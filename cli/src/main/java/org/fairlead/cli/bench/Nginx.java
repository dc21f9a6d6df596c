package org.fairlead.cli.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.fairlead.cli.Refusal;

/// A proxy that asks nobody who he is: the peer of the gateway's throughput.
final class Nginx implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Process process;
    private final Path directory;
    private final int port;

    private Nginx(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /// @return empty where it is not installed
    static Optional<Nginx> before(int servicePort) throws IOException {
        var program =
                Stream.concat(
                                Stream.of(System.getenv("PATH").split(":")),
                                Stream.of("/usr/sbin", "/usr/local/sbin"))
                        .map(directory -> Path.of(directory, "nginx"))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var directory = Files.createTempDirectory("fairlead-nginx");
        int port = freePort();
        var configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, configuration(directory, port, servicePort));
        var process =
                new ProcessBuilder(
                                program.get().toString(),
                                "-p",
                                directory.toString(),
                                "-c",
                                configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("output").toFile())
                        .start();
        var nginx = new Nginx(process, directory, port);
        nginx.awaitPort();
        return Optional.of(nginx);
    }

    int port() {
        return port;
    }

    private static String configuration(Path directory, int port, int servicePort) {
        return """
        daemon off;
        pid %1$s/nginx.pid;
        worker_processes 2;
        error_log %1$s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          keepalive_requests 100000000;
          upstream service { server 127.0.0.1:%3$d; keepalive 64; keepalive_requests 100000000; }
          server {
            listen 127.0.0.1:%2$d;
            location / {
              proxy_pass http://service;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
                .formatted(directory, port, servicePort);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort() throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try (var reached = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    String said = Files.readString(directory.resolve("output"));
                    close();
                    throw new Refusal("nginx did not start: " + said, notYet);
                }
                Running.pause(Duration.ofMillis(50));
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        var unused = process.onExit().join();
        PathUtils.deleteDirectory(directory);
    }
}
