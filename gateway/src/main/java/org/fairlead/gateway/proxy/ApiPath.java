package org.fairlead.gateway.proxy;

import java.util.Optional;

/// A path of a service's API as it was sent: `/api/<part>/v1/…`, with nothing in it that two
/// programs could read differently.
///
/// Refused are dot segments, empty segments, `;`, and escapes of `/`, `\`, `.`, `;`, `%` or control
/// characters: whatever a service behind might fold into another path than the one checked here.
record ApiPath(String part, String raw) {

    private static final String PUNCTUATION = "_~!$&'()*+,=:@.-";
    private static final String NEVER_ESCAPED = "/\\.;%";
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int HEXADECIMAL = 16;
    private static final int PART = 2;
    private static final int VERSION = 3;
    private static final int FIRST_SEGMENT = 4;

    static Optional<ApiPath> parse(String raw) {
        String[] segments = raw.split("/", -1);
        if (segments.length <= VERSION
                || !segments[0].isEmpty()
                || !segments[1].equals("api")
                || !segments[VERSION].equals("v1")) {
            return Optional.empty();
        }
        for (int at = FIRST_SEGMENT; at < segments.length; at++) {
            boolean isTrailingSlash = segments[at].isEmpty() && at == segments.length - 1;
            if (!isTrailingSlash && !isPlain(segments[at])) {
                return Optional.empty();
            }
        }
        return Optional.of(new ApiPath(segments[PART], raw));
    }

    private static boolean isPlain(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return false;
        }
        for (int at = 0; at < segment.length(); at++) {
            char c = segment.charAt(at);
            if (c == '%') {
                if (!isHarmlessEscape(segment, at)) {
                    return false;
                }
                at += 2;
            } else if (!isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmlessEscape(String segment, int at) {
        if (at + 2 >= segment.length()) {
            return false;
        }
        int high = Character.digit(segment.charAt(at + 1), HEXADECIMAL);
        int low = Character.digit(segment.charAt(at + 2), HEXADECIMAL);
        int value = high * HEXADECIMAL + low;
        return high >= 0
                && low >= 0
                && value >= FIRST_PRINTABLE
                && value != DELETE
                && NEVER_ESCAPED.indexOf(value) < 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
