package org.fairlead.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Where the services are and how long the gateway waits for them. Prefix `gateway.proxy`.
@ConfigMapping(prefix = "gateway.proxy")
public interface ProxyConfig {

    /// Address of each service by its name in `/api/<name>/v1`.
    Map<String, URI> parts();

    /// Largest body of an ordinary call.
    @WithDefault("64M")
    MemorySize bodyLimit();

    /// Largest body of a call that takes files.
    @WithDefault("2048M")
    MemorySize uploadLimit();

    /// Which calls take files: method and a pattern of the path.
    @WithDefault("POST /api/ais/v1/uploads,PATCH /api/ais/v1/uploads/resumable/[^/]+")
    List<String> uploads();

    /// How long a service may take to accept a connection.
    @WithDefault("1s")
    Duration connectTimeout();

    /// How long a service may take from the end of a request to the head of its answer.
    @WithDefault("60s")
    Duration headTimeout();

    /// How long a connection to a service may be silent in the middle of a body.
    @WithDefault("120s")
    Duration idleTimeout();

    /// Connections to one service; a slow service cannot take those of the others.
    @WithDefault("64")
    int connections();

    /// Failures in a row after which a service is left alone.
    @WithDefault("5")
    int failuresUntilOpen();

    /// How long it is left alone before one call tries it again.
    @WithDefault("3s")
    Duration openFor();
}
