package org.fairlead.imagery.chip;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes a request asks for (RFC 9110 §14): all, one range, or one that cannot be given.
sealed interface ByteRange {

    record All() implements ByteRange {}

    record Part(long from, long length) implements ByteRange {}

    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /// Several ranges, and what is no range, are answered with the whole, as the RFC allows.
    static ByteRange of(@Nullable String header, long size) {
        Matcher found = ONE.matcher(header == null ? "" : header.strip());
        if (!found.matches() || found.group(1).isEmpty() && found.group(2).isEmpty()) {
            return new All();
        }
        if (found.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(found.group(2)), size);
            return last == 0 ? new Unsatisfiable() : new Part(size - last, last);
        }
        long from = Long.parseLong(found.group(1));
        long to =
                found.group(2).isEmpty()
                        ? size - 1
                        : Math.min(Long.parseLong(found.group(2)), size - 1);
        if (from >= size) {
            return new Unsatisfiable();
        }
        return to < from ? new All() : new Part(from, to - from + 1);
    }
}
