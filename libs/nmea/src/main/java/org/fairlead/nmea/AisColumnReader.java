package org.fairlead.nmea;

import org.jspecify.annotations.Nullable;

/// Reads AIS sentences from byte buffers into columns: the fast face.
///
/// ```
/// chunk:   …line⏎line⏎li        first pass consumes up to the last ⏎
/// next:    line⏎line⏎…          the caller carries "li" to the front of its buffer
/// ```
///
/// A pass consumes whole lines and says how many bytes that was; the rest belongs to the caller,
/// who puts it before the next bytes. A line longer than the limit is consumed without its end
/// having been seen, so a buffer of at least the limit never gets stuck. Not thread-safe; one
/// reader per stream. Nothing in the bytes makes it throw.
public final class AisColumnReader {

    private static final @Nullable PositionLayout[] LAYOUTS = layouts();

    private final ReaderLimits limits;
    private final LineDecoder decoder;
    private @Nullable AisColumns target;
    private boolean isSkipping;
    private long lineNumber;
    private long bytesRead;

    public AisColumnReader() {
        this(ReaderLimits.DEFAULT);
    }

    public AisColumnReader(ReaderLimits limits) {
        this.limits = limits;
        decoder =
                new LineDecoder(limits, (line, offset, reason, at) -> reject(line, offset, reason));
    }

    /// Reads whole lines of `buffer[from..to)` until they end or the columns are full.
    ///
    /// @param isLast no more bytes follow: a last line without a line break is read too, and
    ///   incomplete messages are given up once everything is consumed
    /// @return bytes consumed; when less than `to - from` and the columns are not full, the rest is
    ///   an unfinished line
    public int read(byte[] buffer, int from, int to, boolean isLast, AisColumns columns) {
        target = columns;
        var at = from;
        while (at < to && !columns.isFull()) {
            var end = lineBreak(buffer, at, to);
            var isWhole = end < to;
            if (!isWhole && !isLast && !isSkipping && to - at <= limits.maxLineBytes()) {
                break;
            }
            take(buffer, at, end, isWhole, isLast, columns);
            var next = isWhole ? end + 1 : end;
            bytesRead += next - at;
            at = next;
        }
        if (isLast && at == to) {
            decoder.giveUpOpenParts();
        }
        target = null;
        return at - from;
    }

    /// Tells the reader when the next bytes arrived; without it the times in the stream are the
    /// clock for missing parts. For live feeds.
    public void arrivedAt(long epochMillis) {
        decoder.arrivedAt(epochMillis);
    }

    public Counts counts() {
        return decoder.counts();
    }

    /// How many messages of a type (0 to 63; the standard knows 1 to 27) were decoded.
    public long messagesOfType(int type) {
        return decoder.messagesOfType(type);
    }

    /// Bytes consumed since the start of the stream.
    public long bytesRead() {
        return bytesRead;
    }

    public int sources() {
        return decoder.sources().size();
    }

    /// The receiver behind an index in the columns. Indexes stay valid for the reader's life.
    public String sourceName(int source) {
        return decoder.sources().name(source);
    }

    private void take(
            byte[] buffer, int at, int end, boolean isWhole, boolean isLast, AisColumns columns) {
        if (isSkipping) {
            isSkipping = !isWhole;
            return;
        }
        lineNumber++;
        if (end - at > limits.maxLineBytes()) {
            isSkipping = !isWhole && !isLast;
            decoder.tooLong(lineNumber, bytesRead);
            reject(lineNumber, bytesRead, Reason.TOO_LONG);
            return;
        }
        line(buffer, at, end, columns);
    }

    private void line(byte[] buffer, int at, int end, AisColumns columns) {
        switch (decoder.accept(buffer, at, end, lineNumber, bytesRead)) {
            case LineDecoder.DECODED -> message(columns);
            case LineDecoder.REJECTED -> reject(lineNumber, bytesRead, decoder.reason());
            default -> {}
        }
    }

    private void message(AisColumns columns) {
        var type = decoder.type();
        var layout = LAYOUTS[type];
        if (layout != null) {
            columns.add(decoder, layout, lineNumber, bytesRead);
        }
        if (type == 5 || type == 19 || type == 24) {
            var report =
                    MessageDecoder.staticReport(type, decoder.payload(), decoder.epochMillis());
            if (report != null) {
                columns.add(report, lineNumber, bytesRead, decoder.source());
            }
        }
    }

    private void reject(long line, long offset, Reason reason) {
        if (target != null) {
            target.reject(line, offset, reason);
        }
    }

    private static int lineBreak(byte[] buffer, int from, int to) {
        var at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private static @Nullable PositionLayout[] layouts() {
        var layouts = new @Nullable PositionLayout[64];
        layouts[1] = PositionLayout.CLASS_A;
        layouts[2] = PositionLayout.CLASS_A;
        layouts[3] = PositionLayout.CLASS_A;
        layouts[4] = PositionLayout.UTC;
        layouts[9] = PositionLayout.AIRCRAFT;
        layouts[11] = PositionLayout.UTC;
        layouts[18] = PositionLayout.CLASS_B;
        layouts[19] = PositionLayout.CLASS_B;
        layouts[21] = PositionLayout.AID;
        layouts[27] = PositionLayout.LONG_RANGE;
        return layouts;
    }
}
