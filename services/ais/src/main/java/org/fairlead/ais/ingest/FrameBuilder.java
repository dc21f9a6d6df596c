package org.fairlead.ais.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FramePartition;

/// Sorts fixes into frames, one open frame per partition, and counts who else heard them.
///
/// A full frame is held until the time in which its fixes may be heard again is over, so that it
/// leaves with all its receivers; [#flush] lets everything go at once.
///
/// Everything depends on the fixes alone, never on a clock: a file read again gives the same frames
/// under the same numbers.
final class FrameBuilder {

    private static final int MOST_FIXES_HELD = 128_000;
    private static final int ROW_BITS = 20;

    private final SourceFacts facts;
    private final int fixesPerFrame;
    private final long duplicateMillis;
    private final List<Draft> open = new ArrayList<>();
    private final ArrayDeque<Draft> full = new ArrayDeque<>();
    private final Map<Long, Draft> bySerial = new HashMap<>();
    private List<NumberedFrame> built = new ArrayList<>();
    private long serial;
    private long sequence;
    private int recording;

    /// A frame in the making; `heardBy` has a bit for each receiver (several may share one), the
    /// highest for those without a name.
    private static final class Draft {
        private final long serial;
        private final int partition;
        private final List<Fix> fixes = new ArrayList<>();
        private long[] heardBy = new long[64];
        private long newest = Long.MIN_VALUE;

        Draft(long serial, int partition) {
            this.serial = serial;
            this.partition = partition;
        }
    }

    /// @param recording the first is 1
    /// @param sequence of the last frame before
    FrameBuilder(
            SourceFacts facts,
            int partitions,
            int fixesPerFrame,
            long duplicateMillis,
            int recording,
            long sequence) {
        this.facts = facts;
        this.fixesPerFrame = Math.min(fixesPerFrame, 1 << ROW_BITS);
        this.duplicateMillis = duplicateMillis;
        this.recording = recording;
        this.sequence = sequence;
        for (int partition = 0; partition < partitions; partition++) {
            open.add(draft(partition));
        }
    }

    private Draft draft(int partition) {
        var draft = new Draft(++serial, partition);
        bySerial.put(draft.serial, draft);
        return draft;
    }

    int recording() {
        return recording;
    }

    long sequence() {
        return sequence;
    }

    /// Adds a fix; the answer is what [#heardAgain] wants.
    long add(Fix fix, int receiver, long watermark) {
        var draft = open.get(FramePartition.of(fix.mmsi(), open.size()));
        int row = draft.fixes.size();
        draft.fixes.add(fix);
        if (row == draft.heardBy.length) {
            draft.heardBy = java.util.Arrays.copyOf(draft.heardBy, row * 2);
        }
        draft.heardBy[row] = bit(receiver);
        draft.newest = Math.max(draft.newest, fix.epochMillis());
        long reference = draft.serial << ROW_BITS | row;
        if (draft.fixes.size() >= fixesPerFrame) {
            full.add(draft);
            open.set(draft.partition, draft(draft.partition));
            release(watermark);
        }
        return reference;
    }

    private static long bit(int receiver) {
        return receiver < 0 ? Long.MIN_VALUE : 1L << (receiver % 63);
    }

    /// The fix was heard by another receiver. One whose frame has left keeps its count.
    void heardAgain(long reference, int receiver) {
        var draft = bySerial.get(reference >> ROW_BITS);
        if (draft != null) {
            draft.heardBy[(int) (reference & ((1 << ROW_BITS) - 1))] |= bit(receiver);
        }
    }

    private void release(long watermark) {
        while (!full.isEmpty()
                && (watermark - full.getFirst().newest > duplicateMillis
                        || full.size() > MOST_FIXES_HELD / fixesPerFrame)) {
            build(full.removeFirst(), watermark);
        }
    }

    /// Ends every open frame. Partitions without fixes get an empty frame, because they too must
    /// learn how far the source has come.
    void flush(long watermark) {
        if (watermark == Long.MIN_VALUE) {
            return;
        }
        while (!full.isEmpty()) {
            build(full.removeFirst(), watermark);
        }
        for (int partition = 0; partition < open.size(); partition++) {
            build(open.get(partition), watermark);
            open.set(partition, draft(partition));
        }
    }

    /// The source was off air: what follows is another recording.
    void beginRecording(long watermark) {
        flush(watermark);
        recording++;
    }

    private void build(Draft draft, long watermark) {
        bySerial.remove(draft.serial);
        var fixes = new ArrayList<Fix>(draft.fixes.size());
        for (int row = 0; row < draft.fixes.size(); row++) {
            int receivers = Long.bitCount(draft.heardBy[row]);
            var fix = draft.fixes.get(row);
            fixes.add(receivers == 1 ? fix : heardBy(fix, receivers));
        }
        String id = facts.id() + "." + recording + "/" + ++sequence;
        built.add(
                new NumberedFrame(
                        sequence,
                        draft.partition,
                        new Frame(id, facts.source(), facts.sourceClass(), watermark, fixes)));
    }

    private static Fix heardBy(Fix fix, int receivers) {
        return new Fix(
                fix.mmsi(),
                fix.epochMillis(),
                fix.latitude(),
                fix.longitude(),
                fix.speed(),
                fix.course(),
                fix.heading(),
                fix.status(),
                fix.rateOfTurn(),
                fix.messageType(),
                fix.flags(),
                receivers);
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
