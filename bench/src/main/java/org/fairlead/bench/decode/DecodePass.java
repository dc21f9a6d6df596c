package org.fairlead.bench.decode;

import java.lang.management.ManagementFactory;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;

/// One pass of the decoder over bytes in memory.
///
/// @param seconds CPU time of the thread
public record DecodePass(long lines, long decoded, double seconds) {

    private static final int ROWS = 8_192;

    public static DecodePass over(byte[] bytes) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var reader = new AisColumnReader();
        var columns = new AisColumns(ROWS);
        int at = 0;
        while (at < bytes.length) {
            at += reader.read(bytes, at, bytes.length, true, columns);
            columns.clear();
        }
        var counts = reader.counts();
        double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        return new DecodePass(counts.lines(), counts.decoded(), seconds);
    }

    public double linesPerSecond() {
        return lines / seconds;
    }
}
