package org.fairlead.cases.dossier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fairlead.cases.timeline.Timeline;
import org.fairlead.cases.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/// The chronology as CSV (RFC 4180).
final class TimelineCsv {

    private static final String HEADER =
            "from,to,precision,kind,title,detail,synthetic,latitude_degrees,longitude_degrees,source,"
                    + "evidence";

    private TimelineCsv() {}

    static byte[] write(Timeline timeline) {
        var csv = new StringBuilder(HEADER).append("\r\n");
        for (TimelineItem item : timeline.items()) {
            var cells =
                    List.of(
                            item.at().toString(),
                            plain(item.to()),
                            item.precision().slug(),
                            item.kind().slug(),
                            text(item.title()),
                            text(item.detail()),
                            Boolean.toString(item.synthetic()),
                            plain(item.latitudeDegrees()),
                            plain(item.longitudeDegrees()),
                            text(item.source()),
                            plain(item.evidenceId()));
            csv.append(String.join(",", cells)).append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// A spreadsheet takes text that begins like a formula for one: an apostrophe in front keeps it
    /// text.
    private static String text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
