package org.fairlead.nmea;

import java.util.Arrays;

/// What the readers of bytes share: whole lines out of chunks, and the counts.
///
/// ```
/// chunk:   …line⏎line⏎li        first pass consumes up to the last ⏎
/// next:    line⏎line⏎…          the caller carries "li" to the front of its buffer
/// ```
abstract class LineReader {

    /// What some editors put before the first line of a file: U+FEFF in UTF-8.
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    final LineDecoder decoder;
    final ReaderLimits limits;
    private boolean isSkipping;
    private boolean isMidLine;
    private long lineNumber;
    private long bytesRead;

    LineReader(ReaderLimits limits, boolean keepsImpossibleSenders) {
        this.limits = limits;
        decoder = new LineDecoder(limits, keepsImpossibleSenders, this::rejected);
    }

    /// The decoder has a message.
    abstract void decoded(long lineNumber, long byteOffset);

    /// A line, this one or one before, is given up.
    abstract void rejected(long lineNumber, long byteOffset, Reason reason, int column);

    /// Whether there is no room for what another line may bring.
    abstract boolean isFull();

    /// Reads lines as long as that can be done quickly, from one that begins at `at`, and says
    /// where it stopped; then [#quickLines] says how many they were.
    int quick(byte[] buffer, int at, int to, long lineNumber, long byteOffset) {
        return at;
    }

    int quickLines() {
        return 0;
    }

    final int readLines(byte[] buffer, int from, int to, boolean isLast) {
        var at = from;
        if (bytesRead == 0 && beginsWithMark(buffer, from, to)) {
            at += MARK.length;
            bytesRead = MARK.length;
        }
        while (at < to && !isFull()) {
            if (!isSkipping) {
                at = quickly(buffer, at, to);
                if (at == to || isFull()) {
                    break;
                }
            }
            var end = Hex.find('\n', buffer, at, to);
            if (end == to && !isLast && !isSkipping && to - at <= limits.maxLineBytes()) {
                break;
            }
            var next = take(buffer, at, end, to, isLast);
            bytesRead += next - at;
            at = next;
        }
        if (isLast && at == to) {
            decoder.giveUpOpenParts();
        }
        return at - from;
    }

    private static boolean beginsWithMark(byte[] buffer, int from, int to) {
        return to - from >= MARK.length
                && Arrays.equals(buffer, from, from + MARK.length, MARK, 0, MARK.length);
    }

    private int quickly(byte[] buffer, int at, int to) {
        var stopped = quick(buffer, at, to, isMidLine ? lineNumber : lineNumber + 1, bytesRead);
        if (stopped > at) {
            lineNumber += quickLines() - (isMidLine ? 1 : 0);
            isMidLine = false;
            bytesRead += stopped - at;
        }
        return stopped;
    }

    /// Reads one line, or what is left of one, and says where to go on: at the next line, or where
    /// a second sentence begins on this one.
    private int take(byte[] buffer, int at, int end, int to, boolean isLast) {
        var isWhole = end < to;
        var next = isWhole ? end + 1 : end;
        if (isSkipping) {
            isSkipping = !isWhole;
            return next;
        }
        if (!isMidLine) {
            lineNumber++;
        }
        isMidLine = false;
        if (end - at > limits.maxLineBytes()) {
            isSkipping = !isWhole && !isLast;
            decoder.tooLong(lineNumber, bytesRead);
            rejected(lineNumber, bytesRead, Reason.TOO_LONG, 0);
            return next;
        }
        switch (decoder.accept(buffer, at, end, lineNumber, bytesRead)) {
            case LineDecoder.DECODED -> decoded(lineNumber, bytesRead);
            case LineDecoder.REJECTED ->
                    rejected(lineNumber, bytesRead, decoder.reason(), decoder.column());
            default -> {}
        }
        if (decoder.resumeAt() < 0) {
            return next;
        }
        isMidLine = true;
        return decoder.resumeAt();
    }

    /// Tells the reader when the next bytes arrived; without it the times in the stream are the
    /// clock for missing parts. For live feeds.
    public final void arrivedAt(long epochMillis) {
        decoder.arrivedAt(epochMillis);
    }

    public final Counts counts() {
        return decoder.counts();
    }

    /// How many messages of a type (0 to 63; the standard knows 1 to 27) were decoded.
    public final long messagesOfType(int type) {
        return decoder.messagesOfType(type);
    }

    /// Bytes consumed since the start of the stream.
    public final long bytesRead() {
        return bytesRead;
    }

    public final int sources() {
        return decoder.sources().size();
    }

    /// The receiver behind an index. Indexes stay valid for the reader's life.
    public final String sourceName(int source) {
        return decoder.sources().name(source);
    }
}
