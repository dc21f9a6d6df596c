package org.fairlead.bench.tracks;

import org.fairlead.tracks.TrackColumns;

/// The baseline: time, latitude, longitude, speed, course and heading as the Gorilla paper writes
/// time series (Pelkonen et al., VLDB 2015, §4.1): times as delta of delta, doubles as XOR with the
/// one before, reusing the window of meaningful bits where it fits. No status, no rate of turn.
/// Only counted, not written.
final class Gorilla {

    /// Bytes of the first row.
    static final int FIRST = 6 * 8;

    private long bits;

    private Gorilla() {}

    static double bytes(TrackColumns rows) {
        var series = new Gorilla();
        series.times(rows);
        int n = rows.size();
        double[] values = new double[n];
        fill(values, rows.latitude, 600_000);
        series.doubles(values);
        fill(values, rows.longitude, 600_000);
        series.doubles(values);
        fill(values, rows.speed, 10);
        series.doubles(values);
        fill(values, rows.course, 10);
        series.doubles(values);
        fill(values, rows.heading, 1);
        series.doubles(values);
        return series.bits / 8.0;
    }

    private static void fill(double[] into, int[] from, double scale) {
        for (int i = 0; i < into.length; i++) {
            into[i] = from[i] / scale;
        }
    }

    private void times(TrackColumns rows) {
        bits += 64;
        long before = 0;
        for (int i = 1; i < rows.size(); i++) {
            long delta = (rows.epochMillis[i] - rows.epochMillis[i - 1]) / 1000;
            long change = delta - before;
            before = delta;
            bits +=
                    change == 0
                            ? 1
                            : change >= -63 && change <= 64
                                    ? 2 + 7
                                    : change >= -255 && change <= 256
                                            ? 3 + 9
                                            : change >= -2047 && change <= 2048 ? 4 + 12 : 4 + 32;
        }
    }

    private void doubles(double[] values) {
        bits += 64;
        int leading = -1;
        int trailing = 0;
        for (int i = 1; i < values.length; i++) {
            long xor =
                    Double.doubleToRawLongBits(values[i])
                            ^ Double.doubleToRawLongBits(values[i - 1]);
            if (xor == 0) {
                bits += 1;
                continue;
            }
            int zerosBefore = Math.min(31, Long.numberOfLeadingZeros(xor));
            int zerosBehind = Long.numberOfTrailingZeros(xor);
            if (leading >= 0 && zerosBefore >= leading && zerosBehind >= trailing) {
                bits += 2 + 64 - leading - trailing;
            } else {
                leading = zerosBefore;
                trailing = zerosBehind;
                bits += 2 + 5 + 6 + 64 - leading - trailing;
            }
        }
    }
}
