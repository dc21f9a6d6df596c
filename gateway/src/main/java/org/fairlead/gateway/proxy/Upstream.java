package org.fairlead.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/// One service: its own connections and its own breaker, so that its trouble stays its own.
final class Upstream {

    private static final int HTTP_PORT = 80;
    private static final int WAITING_PER_CONNECTION = 8;

    private final String part;
    private final URI address;
    private final HttpClient client;
    private final Breaker breaker;
    private final ProxyConfig config;

    Upstream(Vertx vertx, String part, URI address, ProxyConfig config) {
        this.part = part;
        this.address = address;
        this.config = config;
        this.breaker = new Breaker(config.failuresUntilOpen(), config.openFor());
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setName(part)
                                .setMaxPoolSize(config.connections())
                                .setMaxWaitQueueSize(config.connections() * WAITING_PER_CONNECTION)
                                .setConnectTimeout((int) config.connectTimeout().toMillis())
                                .setIdleTimeout((int) config.idleTimeout().toSeconds()));
    }

    Future<HttpClientRequest> request(RequestOptions options) {
        return client.request(
                options.setHost(address.getHost())
                        .setPort(address.getPort() < 0 ? HTTP_PORT : address.getPort()));
    }

    String part() {
        return part;
    }

    Breaker breaker() {
        return breaker;
    }

    ProxyConfig config() {
        return config;
    }
}
