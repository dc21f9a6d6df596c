package org.fairlead.ais.feed;

import java.nio.charset.StandardCharsets;

/// Looks at the last of some lines.
final class Parts {

    private static final int LONGEST = 400;

    private Parts() {}

    /// Whether it is a part of a message whose last part is still to come.
    static boolean isOpen(byte[] bytes, int from, int length) {
        int end = from + length;
        int start = Math.max(from, end - LONGEST);
        var tail =
                new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).stripTrailing();
        int sentence = tail.lastIndexOf('!');
        if (sentence < tail.lastIndexOf('\n')) {
            // A tag block or a $PGHP on a line of its own belongs to the next sentence.
            return true;
        }
        String[] fields = tail.substring(Math.max(0, sentence)).split(",", 4);
        return fields.length == 4
                && fields[1].length() == 1
                && fields[2].length() == 1
                && fields[2].charAt(0) < fields[1].charAt(0);
    }
}
