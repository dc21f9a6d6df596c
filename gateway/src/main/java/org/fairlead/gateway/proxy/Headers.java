package org.fairlead.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which headers pass the gateway.
///
/// Requests go by a list of what passes, so that no header which some service might take for an
/// identity or another path ever gets through; answers by a list of what does not.
final class Headers {

    private static final String OWN = "fairlead-";
    private static final Set<String> PASSING =
            Set.of(
                    "accept",
                    "accept-encoding",
                    "accept-language",
                    "content-digest",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "content-length",
                    "content-type",
                    "idempotency-key",
                    "if-match",
                    "if-modified-since",
                    "if-none-match",
                    "if-range",
                    "if-unmodified-since",
                    "prefer",
                    "range",
                    "repr-digest",
                    "traceparent",
                    "tracestate",
                    "user-agent");
    private static final Set<String> STAYING =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-connection",
                    "server",
                    "set-cookie",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private Headers() {}

    static MultiMap toService(MultiMap received, String accessToken) {
        var sent = MultiMap.caseInsensitiveMultiMap();
        for (Map.Entry<String, String> header : received) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (PASSING.contains(name) || name.startsWith(OWN)) {
                sent.add(header.getKey(), header.getValue());
            }
        }
        return sent.set(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
    }

    static void toCaller(MultiMap answered, MultiMap sent) {
        for (Map.Entry<String, String> header : answered) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("location")) {
                sent.set(HttpHeaders.LOCATION, withoutHost(header.getValue()));
            } else if (!STAYING.contains(name)) {
                sent.add(header.getKey(), header.getValue());
            }
        }
    }

    /// A service knows its own address only; callers get the path, which is the same here.
    private static String withoutHost(String location) {
        try {
            var uri = URI.create(location);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return uri.isAbsolute() ? uri.getRawPath() + query : location;
        } catch (IllegalArgumentException notAnAddress) {
            return location;
        }
    }
}
