package org.fairlead.ais.track;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fairlead.contracts.frame.Fix;

/// A track as GPX 1.1: a segment for each stretch in which the vessel was heard without a pause.
final class TrackGpx {

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="Fairlead" xmlns="http://www.topografix.com/GPX/1/1">
            <trk><name>MMSI %s</name><src>%s</src>
            """;

    private TrackGpx() {}

    static String of(String mmsi, List<Fix> fixes, long drawnWithinMillis) {
        boolean isSynthetic = fixes.stream().anyMatch(Fix::isSynthetic);
        var gpx = new StringBuilder(HEAD.formatted(mmsi, isSynthetic ? "AIS, synthetic" : "AIS"));
        Fix before = null;
        for (Fix fix : fixes) {
            boolean isApart =
                    before == null || fix.epochMillis() - before.epochMillis() > drawnWithinMillis;
            if (isApart) {
                gpx.append(before == null ? "<trkseg>\n" : "</trkseg>\n<trkseg>\n");
            }
            gpx.append(
                    String.format(
                            Locale.ROOT,
                            "<trkpt lat=\"%.6f\" lon=\"%.6f\"><time>%s</time></trkpt>%n",
                            fix.latitudeDegrees(),
                            fix.longitudeDegrees(),
                            Instant.ofEpochMilli(fix.epochMillis())));
            before = fix;
        }
        return gpx.append(before == null ? "" : "</trkseg>\n")
                .append("</trk>\n</gpx>\n")
                .toString();
    }
}
