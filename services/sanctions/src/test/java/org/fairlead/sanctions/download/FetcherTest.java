package org.fairlead.sanctions.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that says, byte for byte, what it is told to.
class FetcherTest {

    private static final String FILE = "1,\"ARK\",\"vessel\"\r\n";

    @TempDir private Path folder;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private volatile String answer = ok(FILE.length(), "text/csv", FILE);
    private volatile boolean isSilentAfterwards;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (true) {
            try {
                var client = server.accept();
                var request = new StringBuilder();
                while (!request.toString().endsWith("\r\n\r\n")) {
                    request.append((char) client.getInputStream().read());
                }
                asked.add(request.toString());
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                if (!isSilentAfterwards) {
                    client.close();
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static String ok(int length, String contentType, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nETag: \"one\"\r\nLast-Modified: Fri, 06 May 2022 13:17:00 GMT\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(contentType, length, body);
    }

    private Fetch fetch(Duration timeout, @Nullable String etag, @Nullable String lastModified)
            throws IOException {
        return new Fetcher("Fairlead/1", timeout, 1_000)
                .fetch(
                        URI.create("http://localhost:" + server.getLocalPort() + "/sdn.csv"),
                        Files.createTempFile(folder, "list-", ".part"),
                        etag,
                        lastModified);
    }

    private String failure() throws IOException {
        return ((Fetch.Failed) fetch(Duration.ofSeconds(20), null, null)).reason();
    }

    private void nothingIsLeftOnDisk() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFileComesWithWhatToAskWithNextTime() throws IOException {
        var fetched = (Fetch.Fetched) fetch(Duration.ofSeconds(20), null, null);

        assertThat(fetched.file()).hasContent(FILE);
        assertThat(fetched.etag()).isEqualTo("\"one\"");
        assertThat(fetched.lastModified()).isEqualTo("Fri, 06 May 2022 13:17:00 GMT");
        assertThat(asked.getFirst())
                .contains("User-Agent: Fairlead/1")
                .doesNotContainIgnoringCase("If-None-Match")
                .doesNotContainIgnoringCase("If-Modified-Since");
    }

    @Test
    void aFileThatIsKnownIsAskedForOnlyIfItChanged() throws IOException {
        answer = "HTTP/1.1 304 Not Modified\r\n\r\n";

        var fetch = fetch(Duration.ofSeconds(20), "W/\"one\"", "Fri, 06 May 2022 13:17:00 GMT");

        assertThat(fetch).isEqualTo(new Fetch.NotModified());
        assertThat(asked.getFirst())
                .contains("If-None-Match: W/\"one\"\r\n")
                .contains("If-Modified-Since: Fri, 06 May 2022 13:17:00 GMT\r\n");
        nothingIsLeftOnDisk();
    }

    @Test
    void aFileThatBrokeOffIsNone() throws IOException {
        answer = ok(FILE.length() * 2, "text/csv", FILE);

        assertThat(failure()).startsWith("no whole answer: ");
        nothingIsLeftOnDisk();
    }

    @Test
    void aFileInPiecesThatBrokeOffIsNone() throws IOException {
        answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n1,\"AR\r\n";

        assertThat(failure()).startsWith("no whole answer: ");
        nothingIsLeftOnDisk();
    }

    @Test
    void aServerThatGoesSilentHalfWayIsGivenUp() throws IOException {
        answer = ok(FILE.length() * 2, "text/csv", FILE);
        isSilentAfterwards = true;

        var fetch = fetch(Duration.ofMillis(300), null, null);

        assertThat(((Fetch.Failed) fetch).reason()).isEqualTo("not whole after PT0.3S");
        nothingIsLeftOnDisk();
    }

    @Test
    void aFileIsTakenWhateverTypeItIsSaidToBe() throws IOException {
        answer = ok(FILE.length(), "text/html", FILE);

        assertThat(fetch(Duration.ofSeconds(20), null, null)).isInstanceOf(Fetch.Fetched.class);
    }

    @Test
    void aPageInItsPlaceIsNoFile() throws IOException {
        String page = "\n<!DOCTYPE html><html><body>Scheduled maintenance</body></html>";
        answer = ok(page.length(), "text/csv", page);

        assertThat(failure()).contains("a web page (text/csv) came instead of the file");
        nothingIsLeftOnDisk();
    }

    @Test
    void moreThanAFileMayHaveIsNotKept() throws IOException {
        answer = ok(2_000, "text/csv", "x".repeat(2_000));

        assertThat(failure()).startsWith("no whole answer: ");
        nothingIsLeftOnDisk();
    }

    @Test
    void aServerInTroubleMaySayWhenToComeBack() throws IOException {
        answer = "HTTP/1.1 503 Busy\r\nRetry-After: 7200\r\nContent-Length: 4\r\n\r\nbusy";

        assertThat(fetch(Duration.ofSeconds(20), null, null))
                .isEqualTo(new Fetch.Failed("answered 503", Duration.ofHours(2)));
        nothingIsLeftOnDisk();
    }

    @Test
    void nobodyThereIsAFailure() throws IOException {
        server.close();

        assertThat(failure()).startsWith("no whole answer: ");
    }
}
