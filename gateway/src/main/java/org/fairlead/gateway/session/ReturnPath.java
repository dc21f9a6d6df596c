package org.fairlead.gateway.session;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where to go after the login: a path of this application, never another site.
final class ReturnPath {

    private static final String HOME = "/";

    private ReturnPath() {}

    /// `/` for anything that is not plainly a path here; browsers read `\` and `//` as a host.
    static String of(@Nullable String wanted) {
        if (wanted == null
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.contains("\\")) {
            return HOME;
        }
        try {
            var uri = new URI(wanted);
            return uri.getRawAuthority() == null && uri.getScheme() == null ? wanted : HOME;
        } catch (URISyntaxException notAnAddress) {
            return HOME;
        }
    }
}
