package org.fairlead.gateway.rate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// A bucket per caller, a tighter one per caller for expensive calls, one per address for nobody.
@Singleton
public class RateLimiter {

    private final RateConfig config;
    private final LongSupplier nanoTime;
    private final Pattern expensive;
    private final Map<String, TokenBucket> buckets;

    @Inject
    RateLimiter(RateConfig config) {
        this(config, System::nanoTime);
    }

    RateLimiter(RateConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.nanoTime = nanoTime;
        this.expensive = Pattern.compile(String.join("|", config.expensive().routes()));
        this.buckets = new Forgetful(config.callers());
    }

    /// @param caller subject and client
    public Allowance ofCaller(String caller, String method, String path) {
        if (expensive.matcher(method + " " + path).matches()) {
            var limit = config.expensive();
            var allowance = take("expensive " + caller, limit.burst(), limit.perSecond());
            if (!allowance.isGranted()) {
                return allowance;
            }
        }
        var limit = config.ordinary();
        return take("ordinary " + caller, limit.burst(), limit.perSecond());
    }

    public Allowance ofAddress(String address) {
        var limit = config.anonymous();
        return take("anonymous " + address, limit.burst(), limit.perSecond());
    }

    public boolean isEnabled() {
        return config.enabled();
    }

    private Allowance take(String key, int burst, double perSecond) {
        long now = nanoTime.getAsLong();
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, absent -> new TokenBucket(burst, perSecond, now))
                    .take(now);
        }
    }

    /// Forgets whoever has not called for longest, so that made-up callers cannot fill the memory.
    private static final class Forgetful extends LinkedHashMap<String, TokenBucket> {

        private static final long serialVersionUID = 1L;
        private static final int FIRST_CAPACITY = 64;
        private static final float LOAD = 0.75f;

        private final int most;

        Forgetful(int most) {
            super(FIRST_CAPACITY, LOAD, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > most;
        }
    }
}
