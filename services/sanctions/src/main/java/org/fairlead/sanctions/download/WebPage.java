package org.fairlead.sanctions.download;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells a web page from a list's file by how it begins: content types are often wrong, and none of
/// the lists comes as HTML.
final class WebPage {

    static final int HEAD_BYTES = 1024;

    /// After a byte order mark, space, an XML declaration and comments.
    private static final Pattern BEGINNING =
            Pattern.compile(
                    "^\\uFEFF?\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private WebPage() {}

    static boolean begins(byte[] head) {
        return BEGINNING.matcher(new String(head, StandardCharsets.UTF_8)).matches();
    }
}
