package org.fairlead.sanctions.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.sanctions.Sql;
import org.fairlead.sanctions.list.ListSource;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A publisher's server made for the test.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class DownloadsTest {

    @Inject Downloads downloads;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();
    private volatile int status = 200;

    private HttpServer server() {
        try {
            var made = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(headers.getFirst("User-Agent") + " " + headers.getFirst("If-None-Match"));
        byte[] body =
                SdnRows.file(SdnRows.vessel(1, "ARK", "9187655", "572469210"))
                        .getBytes(StandardCharsets.US_ASCII);
        boolean isKnown = "\"one\"".equals(headers.getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        if (status != 200 || isKnown) {
            exchange.sendResponseHeaders(isKnown ? 304 : status, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void look() {
        Sql.run("update list_download set next_at = now() - interval '1 second'");
        downloads.look(
                ListSource.OFAC_SDN,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sdn.csv"));
    }

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesAFileInAndAsksNextTimeOnlyForANewerOne() {
        look();
        look();

        assertThat(asked)
                .containsExactly(
                        "Fairlead/1 (sanctions lists; operated on premises) null",
                        "Fairlead/1 (sanctions lists; operated on premises) \"one\"");
        SanctionsApi.get("lists")
                .body("items.find{it.id=='ofac-sdn'}.currentVersion", equalTo(1))
                .body("items.find{it.id=='ofac-sdn'}.download.outcome", equalTo("not-modified"));
        assertThat(Sql.column("select count(*) from list_sighting")).containsExactly("2");
    }

    @Test
    void waitsLongerAfterEachFailureAndLeavesTheListAsItIs() {
        status = 500;
        look();
        look();

        SanctionsApi.get("lists")
                .body("items.find{it.id=='ofac-sdn'}.download.outcome", equalTo("failed"))
                .body("items.find{it.id=='ofac-sdn'}.download.detail", equalTo("answered 500"))
                .body("items.find{it.id=='ofac-sdn'}.download.failures", equalTo(2));
    }

    @Test
    void doesNotAskBeforeItIsDue() {
        look();
        downloads.look(
                ListSource.OFAC_SDN,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sdn.csv"));

        assertThat(asked).hasSize(1);
    }

    @Test
    void aListMayBeNamedAsAnEnvironmentVariableNamesIt() {
        assertThat(Downloads.source("un-sc")).contains(ListSource.UN_SC);
        assertThat(Downloads.source("un.sc")).contains(ListSource.UN_SC);
        assertThat(Downloads.source("EU_833_ANNEX_XLII")).contains(ListSource.EU_ANNEX_XLII);
        assertThat(Downloads.source("nowhere")).isEmpty();
    }

    @Test
    void theWaitDoublesUpToItsBound() {
        var backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(24));

        assertThat(backoff.after(1, 0.5)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.after(3, 0.5)).isEqualTo(Duration.ofMinutes(20));
        assertThat(backoff.after(60, 0.5)).isEqualTo(Duration.ofHours(24));
        assertThat(backoff.after(1, 1.0)).isEqualTo(Duration.ofSeconds(330));
    }
}
