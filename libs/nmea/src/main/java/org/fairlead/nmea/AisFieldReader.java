package org.fairlead.nmea;

import java.util.Optional;
import org.fairlead.nmea.field.Bits;

/// Reads AIS sentences from byte buffers and shows every message with all its fields: the face for
/// whoever writes them out again ([MessageFields]). It shows what was sent, even from a sender
/// whose number cannot be an MMSI.
///
/// Consumes bytes as [AisColumnReader] does. The message shown is the reader itself, valid until
/// the sink returns. Not thread-safe; one reader per stream. Nothing in the bytes makes it throw.
public final class AisFieldReader extends LineReader {

    /// Told of every message and every line that gave none.
    public interface Sink {

        void message(AisFieldReader message);

        /// @param lineNumber from 1; a line that waited for others in vain comes late
        /// @param byteOffset of the sentence, from the start of the stream
        /// @param column of the offending byte in the sentence, from 0
        void rejected(long lineNumber, long byteOffset, Reason reason, int column);
    }

    private final Sink sink;
    private long lineNumber;
    private long byteOffset;

    public AisFieldReader(Sink sink) {
        this(ReaderLimits.DEFAULT, sink);
    }

    public AisFieldReader(ReaderLimits limits, Sink sink) {
        super(limits, true);
        this.sink = sink;
    }

    /// Reads whole lines of `buffer[from..to)`.
    ///
    /// @param isLast no more bytes follow
    /// @return bytes consumed; the rest is an unfinished line
    public int read(byte[] buffer, int from, int to, boolean isLast) {
        return readLines(buffer, from, to, isLast);
    }

    /// 0 to 63; the standard knows 1 to 27.
    public int type() {
        return decoder.type();
    }

    public int mmsi() {
        return decoder.mmsi();
    }

    public Bits bits() {
        return decoder.payload();
    }

    /// The message's bits as the characters they came in, fill bits zero.
    public String payload() {
        return decoder.payload().armoured();
    }

    /// Of the line that completed the message, from 1.
    public long lineNumber() {
        return lineNumber;
    }

    /// Of the sentence that completed the message, from the start of the stream.
    public long byteOffset() {
        return byteOffset;
    }

    /// When it was received, milliseconds since 1970, or [AisColumns#TIME_ABSENT].
    public long epochMillis() {
        return decoder.epochMillis();
    }

    /// The receiver, as far as the stream names it.
    public Optional<String> source() {
        var source = decoder.source();
        return source == Sources.ABSENT ? Optional.empty() : Optional.of(sourceName(source));
    }

    /// `AI` for a mobile station, `BS` for a base station and so on: the two letters after `!`.
    public String talker() {
        return decoder.talker();
    }

    /// `A`, `B`, `1`, `2`; NUL when not given.
    public char channel() {
        return (char) decoder.channel();
    }

    /// Whether the receiver says that it is its own ship's (VDO).
    public boolean isOwnShip() {
        return decoder.isOwnShip();
    }

    @Override
    void decoded(long lineNumber, long byteOffset) {
        this.lineNumber = lineNumber;
        this.byteOffset = byteOffset;
        sink.message(this);
    }

    @Override
    void rejected(long lineNumber, long byteOffset, Reason reason, int column) {
        sink.rejected(lineNumber, byteOffset, reason, column);
    }

    @Override
    boolean isFull() {
        return false;
    }
}
