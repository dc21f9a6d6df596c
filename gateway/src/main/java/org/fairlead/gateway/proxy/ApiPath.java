package org.fairlead.gateway.proxy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path of a service's API as it was sent: `/api/<part>/v1/…`, with nothing in it that two
/// programs could read differently.
///
/// Refused are dot segments, empty segments, `;`, and escapes of `/`, `\`, `.`, `;`, `%` or control
/// characters: whatever a service behind might fold into another path than the one checked here.
record ApiPath(String part, String raw) {

    private static final String PLAIN = "[A-Za-z0-9_~!$&'()*+,=:@.-]";
    private static final String ESCAPED = "%(?![01]|2[EeFf5]|3[Bb]|5[Cc]|7[Ff])[0-9A-Fa-f]{2}";
    private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))(?:" + PLAIN + "|" + ESCAPED + ")+";
    private static final Pattern SHAPE = Pattern.compile("/api/([a-z]+)/v1(?:/" + SEGMENT + ")*/?");

    static Optional<ApiPath> parse(String raw) {
        Matcher matcher = SHAPE.matcher(raw);
        return matcher.matches()
                ? Optional.of(new ApiPath(matcher.group(1), raw))
                : Optional.empty();
    }
}
