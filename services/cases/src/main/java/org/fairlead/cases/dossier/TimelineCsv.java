package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The chronology as CSV.
final class TimelineCsv {

    private static final String HEADER =
            "from,to,precision,kind,title,detail,synthetic,latitude_degrees,longitude_degrees,source,evidence\r\n";

    private TimelineCsv() {}

    static byte[] write(JsonNode items) {
        var csv = new StringBuilder(HEADER);
        for (JsonNode item : items) {
            csv.append(
                    Csv.line(
                            List.of(
                                    Csv.plain(item.path("at")),
                                    Csv.plain(item.path("to")),
                                    Csv.plain(item.path("precision")),
                                    Csv.plain(item.path("kind")),
                                    Csv.text(item.path("title")),
                                    Csv.text(item.path("detail")),
                                    Csv.plain(item.path("synthetic")),
                                    Csv.plain(item.path("latitudeDegrees")),
                                    Csv.plain(item.path("longitudeDegrees")),
                                    Csv.text(item.path("source")),
                                    Csv.plain(item.path("evidenceId")))));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
