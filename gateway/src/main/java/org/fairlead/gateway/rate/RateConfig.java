package org.fairlead.gateway.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// How often somebody may call, on each replica. Prefix `gateway.rate`.
@ConfigMapping(prefix = "gateway.rate")
public interface RateConfig {

    /// Whether anything is limited at all.
    @WithDefault("true")
    boolean enabled();

    /// Ordinary calls of one caller.
    Ordinary ordinary();

    /// Calls of one caller that cost much, counted besides.
    Expensive expensive();

    /// Calls from one address without a login.
    Anonymous anonymous();

    /// Callers remembered; the one longest away is forgotten first.
    @WithDefault("20000")
    int callers();

    /// Ordinary calls.
    interface Ordinary {

        /// Calls at once.
        @WithDefault("400")
        int burst();

        /// Calls per second in the long run.
        @WithDefault("50")
        double perSecond();
    }

    /// Expensive calls.
    interface Expensive {

        /// Calls at once.
        @WithDefault("30")
        int burst();

        /// Calls per second in the long run.
        @WithDefault("1")
        double perSecond();

        /// Which calls are expensive: method and a pattern of the path.
        @WithDefault(
                "POST /api/ais/v1/uploads,POST /api/imagery/v1/sightings/imports,"
                        + "POST /api/imagery/v1/what-if,POST /api/sanctions/v1/lists/[^/]+/versions,"
                        + "GET /api/cases/v1/cases/[^/]+/export")
        List<String> routes();
    }

    /// Calls without a login.
    interface Anonymous {

        /// Calls at once.
        @WithDefault("60")
        int burst();

        /// Calls per second in the long run.
        @WithDefault("5")
        double perSecond();
    }
}
