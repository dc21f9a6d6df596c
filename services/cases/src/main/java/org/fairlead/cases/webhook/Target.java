package org.fairlead.cases.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where a webhook goes. What it is sent to is the network address that was looked at, so that a
/// name cannot point elsewhere in between.
record Target(URI uri) {

    private static final int LONGEST = 2_000;

    /// @throws ProblemException when it is no address this service sends to
    static Target parse(String pointer, @Nullable String url, boolean allowsPrivate) {
        if (url == null || url.isBlank() || url.length() > LONGEST) {
            throw ProblemException.invalid(pointer, "expected an https address");
        }
        try {
            URI uri = new URI(url.strip());
            boolean isHttps = "https".equals(uri.getScheme());
            boolean isPlain = allowsPrivate && "http".equals(uri.getScheme());
            if (!isHttps && !isPlain || uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw ProblemException.invalid(
                        pointer, "expected an https address without user and password");
            }
            return new Target(uri);
        } catch (URISyntaxException unreadable) {
            throw ProblemException.invalid(pointer, "expected an https address");
        }
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }

    /// Blocks while the name is looked up. Empty where it has no address, or one nobody may send
    /// to.
    Optional<InetAddress> resolve(boolean allowsPrivate) {
        try {
            InetAddress[] all = InetAddress.getAllByName(uri.getHost());
            for (InetAddress one : all) {
                if (!allowsPrivate && isPrivate(one)) {
                    return Optional.empty();
                }
            }
            return all.length == 0 ? Optional.empty() : Optional.of(all[0]);
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    /// Not reached over the public internet, or by nobody (RFC 6890).
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean isShared = bytes.length == 4 && first == 100 && second >= 64 && second < 128;
        boolean isReserved = bytes.length == 4 && (first == 0 || first >= 240);
        boolean isUniqueLocal = bytes.length == 16 && (first & 0xfe) == 0xfc;
        boolean isTranslated = bytes.length == 16 && first == 0 && second == 0x64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isShared
                || isReserved
                || isUniqueLocal
                || isTranslated;
    }
}
