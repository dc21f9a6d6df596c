package org.fairlead.nmea;

import org.jspecify.annotations.Nullable;

/// Reads AIS sentences from byte buffers into columns: the fast face.
///
/// A pass consumes whole lines and says how many bytes that was; the rest belongs to the caller,
/// who puts it before the next bytes. A line longer than the limit is consumed without its end
/// having been seen, so a buffer of at least the limit never gets stuck. Not thread-safe; one
/// reader per stream. Nothing in the bytes makes it throw, and once its tables have grown to the
/// stream's receivers it allocates nothing.
public final class AisColumnReader extends LineReader {

    private final QuickLine quick;
    private @Nullable AisColumns target;

    public AisColumnReader() {
        this(ReaderLimits.DEFAULT);
    }

    public AisColumnReader(ReaderLimits limits) {
        super(limits, false);
        quick = new QuickLine(decoder, limits.maxLineBytes());
    }

    /// Reads whole lines of `buffer[from..to)` until they end or the columns are full.
    ///
    /// @param isLast no more bytes follow: a last line without a line break is read too, and
    ///   incomplete messages are given up once everything is consumed
    /// @return bytes consumed; when less than `to - from` and the columns are not full, the rest is
    ///   an unfinished line
    public int read(byte[] buffer, int from, int to, boolean isLast, AisColumns columns) {
        target = columns;
        var consumed = readLines(buffer, from, to, isLast);
        columns.settle();
        target = null;
        return consumed;
    }

    @Override
    int quick(byte[] buffer, int at, int to, long lineNumber, long byteOffset) {
        return target == null ? at : quick.read(buffer, at, to, lineNumber, byteOffset, target);
    }

    @Override
    int quickLines() {
        return quick.lines();
    }

    @Override
    void decoded(long lineNumber, long byteOffset) {
        if (target != null) {
            target.add(decoder, lineNumber, byteOffset);
        }
    }

    @Override
    void rejected(long lineNumber, long byteOffset, Reason reason, int column) {
        if (target != null) {
            target.reject(lineNumber, byteOffset, reason);
        }
    }

    @Override
    boolean isFull() {
        return target == null || target.isFull();
    }
}
