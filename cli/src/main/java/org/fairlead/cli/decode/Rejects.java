package org.fairlead.cli.decode;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.fairlead.nmea.Reason;

/// Lines that gave no message: told one by one, and counted by reason.
///
/// ```
/// receiver.nmea:5:46: checksum: The sentence's checksum does not match its text. | !AIVDM,1,1,,A,…
/// ```
final class Rejects {

    private static final int TEXT = 120;

    private final Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    private final PrintStream out;
    private final boolean isTold;

    /// @param isTold whether each is told or all are only counted
    Rejects(PrintStream out, boolean isTold) {
        this.out = out;
        this.isTold = isTold;
    }

    /// @param column from 0
    /// @param text of the sentence, empty when it is no longer at hand
    void add(String file, long line, Reason reason, int column, String text) {
        byReason.merge(reason, 1L, Long::sum);
        if (isTold) {
            var excerpt = text.isEmpty() ? "" : " | " + printable(text);
            out.println(
                    "%s:%d:%d: %s: %s%s"
                            .formatted(
                                    file,
                                    line,
                                    column + 1,
                                    slug(reason),
                                    reason.sentence(),
                                    excerpt));
        }
    }

    long count() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<Reason, Long> byReason() {
        return byReason;
    }

    void flush() {
        out.flush();
    }

    static String slug(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String printable(String text) {
        var cut = text.length() > TEXT ? text.substring(0, TEXT) + "…" : text;
        var shown = new StringBuilder(cut.length());
        for (var i = 0; i < cut.length(); i++) {
            var c = cut.charAt(i);
            shown.append(c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0) ? c : '·');
        }
        return shown.toString();
    }
}
