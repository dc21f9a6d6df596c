package org.fairlead.bench.decode;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;

/// One pass of the decoder over bytes in memory.
///
/// @param seconds CPU time
/// @param allocatedBytes by the thread, the reader and its columns included
public record DecodePass(long lines, long decoded, double seconds, long allocatedBytes) {

    /// Small enough that the columns of a pass stay in the second-level cache.
    private static final int ROWS = 2_048;

    public static DecodePass over(byte[] bytes) {
        return over(bytes, bytes.length);
    }

    /// @param length of the log; the quick path likes 128 bytes of the array after it
    static DecodePass over(byte[] bytes, int length) {
        var reader = new AisColumnReader();
        var columns = new AisColumns(ROWS);
        var measured = measure(() -> pass(bytes, length, reader, columns));
        return new DecodePass(
                reader.counts().lines(), measured.result, measured.seconds, measured.allocated);
    }

    private static long pass(byte[] bytes, int length, AisColumnReader reader, AisColumns columns) {
        int at = 0;
        while (at < length) {
            at += reader.read(bytes, at, length, true, columns);
            columns.clear();
        }
        return reader.counts().decoded();
    }

    /// What some work took: CPU time of the whole process, because the garbage collector works for
    /// whoever makes the garbage, and bytes allocated by the thread.
    record Measured(long result, double seconds, long allocated) {}

    static Measured measure(LongSupplier work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long before = system.getProcessCpuTime();
        long result = work.getAsLong();
        double seconds = (system.getProcessCpuTime() - before) / 1e9;
        return new Measured(result, seconds, threads.getCurrentThreadAllocatedBytes() - allocated);
    }

    public double linesPerSecond() {
        return lines / seconds;
    }
}
