package org.fairlead.gateway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What browsers are told. Prefix `gateway.web`.
@ConfigMapping(prefix = "gateway.web")
public interface WebConfig {

    /// Where pages may load from: nothing outside. MapLibre's worker is a blob; PatternFly and the
    /// map set styles on elements.
    @WithDefault(
            "default-src 'self'; script-src 'self'; worker-src 'self' blob:; child-src 'self' blob:; "
                    + "img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
                    + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'")
    String contentSecurityPolicy();

    /// How long a browser insists on TLS, outside localhost.
    @WithDefault("365d")
    Duration strictTransport();
}
