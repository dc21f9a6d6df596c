package org.fairlead.bench.tracks;

import java.lang.management.ManagementFactory;
import org.fairlead.tracks.SegmentCodec;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.TrackColumns;

/// One vessel, one year, a report every half minute: how long it takes to read, and to write.
///
/// @param readMillis CPU time of the thread, median of the passes
public record ReadPass(int positions, double readMillis, double writeMillis) {

    private static final int PASSES = 9;

    public static ReadPass overAYear() {
        var year = year(1_000_000);
        double[] writes = new double[PASSES];
        double[] reads = new double[PASSES];
        var into = new TrackColumns(year.size());
        for (int pass = 0; pass < PASSES; pass++) {
            long before = cpu();
            byte[] bytes = SegmentCodec.encode(273_000_001, year);
            writes[pass] = (cpu() - before) / 1e6;
            into.clear();
            before = cpu();
            try {
                SegmentCodec.open(bytes).read(into);
            } catch (SegmentDamaged impossible) {
                throw new IllegalStateException(impossible);
            }
            reads[pass] = (cpu() - before) / 1e6;
        }
        java.util.Arrays.sort(writes);
        java.util.Arrays.sort(reads);
        return new ReadPass(year.size(), reads[PASSES / 2], writes[PASSES / 2]);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static TrackColumns year(int n) {
        var random = new java.util.Random(1);
        var rows = new TrackColumns(n);
        double latitude = 20_000_000;
        double longitude = 60_000_000;
        double course = 900;
        for (int i = 0; i < n; i++) {
            course = (course + random.nextGaussian() * 8 + 3600) % 3600;
            double miles = 120 * 30_000 / 3600.0;
            latitude += miles * Math.cos(Math.toRadians(course / 10));
            longitude += miles * Math.sin(Math.toRadians(course / 10));
            latitude = Math.abs(latitude) > 40_000_000 ? 0 : latitude;
            longitude = Math.abs(longitude) > 107_000_000 ? 0 : longitude;
            int row = rows.add();
            rows.epochMillis[row] = 1_700_000_000_000L + i * 30_000L + random.nextInt(3) * 1000L;
            rows.latitude[row] = (int) (latitude + random.nextGaussian() * 8);
            rows.longitude[row] = (int) (longitude + random.nextGaussian() * 8);
            rows.speed[row] = 120 + random.nextInt(3);
            rows.course[row] = (int) course;
            rows.heading[row] = (int) (course / 10) % 360;
            rows.messageType[row] = 1;
            rows.receivers[row] = 1;
        }
        return rows;
    }
}
