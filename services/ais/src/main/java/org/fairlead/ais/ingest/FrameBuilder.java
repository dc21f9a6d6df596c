package org.fairlead.ais.ingest;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FramePartition;

/// Sorts fixes into frames, one open frame per partition.
///
/// Everything depends on the fixes alone, never on a clock: a file read again gives the same frames
/// under the same numbers.
final class FrameBuilder {

    private final String file;
    private final String source;
    private final int fixesPerFrame;
    private final List<List<Fix>> open = new ArrayList<>();
    private List<NumberedFrame> built = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;
    private long sequence;
    private int recording = 1;

    FrameBuilder(String file, String source, int partitions, int fixesPerFrame) {
        this.file = file;
        this.source = source;
        this.fixesPerFrame = fixesPerFrame;
        for (int partition = 0; partition < partitions; partition++) {
            open.add(new ArrayList<>());
        }
    }

    /// Somebody was heard at this time: the source is on air.
    void heardAt(long epochMillis) {
        watermark = Math.max(watermark, epochMillis);
    }

    long watermark() {
        return watermark;
    }

    void add(Fix fix) {
        int partition = FramePartition.of(fix.mmsi(), open.size());
        open.get(partition).add(fix);
        if (open.get(partition).size() >= fixesPerFrame) {
            close(partition);
        }
    }

    /// Ends every open frame. Partitions without fixes get an empty frame, because they too must
    /// learn how far the source has come.
    void flush() {
        if (watermark == Long.MIN_VALUE) {
            return;
        }
        for (int partition = 0; partition < open.size(); partition++) {
            close(partition);
        }
    }

    /// The source was off air: what follows is another recording.
    void beginRecording() {
        flush();
        recording++;
    }

    private void close(int partition) {
        String id = file + "." + recording + "/" + ++sequence;
        built.add(
                new NumberedFrame(
                        sequence,
                        partition,
                        new Frame(id, source, watermark, open.get(partition))));
        open.set(partition, new ArrayList<>());
    }

    int ready() {
        return built.size();
    }

    List<NumberedFrame> take() {
        var taken = built;
        built = new ArrayList<>();
        return taken;
    }
}
