package org.fairlead.nmea;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.nmea.field.Bits;
import org.jspecify.annotations.Nullable;

/// Reads AIS sentences line by line into messages.
///
/// Made for people and tests; [AisColumnReader] reads the same lines many times faster into
/// columns. Not thread-safe: one reader per stream, because parts of messages and tag blocks belong
/// to it. Nothing in a line makes it throw.
public final class AisReader {

    private final List<GivenUp> givenUp = new ArrayList<>();
    private final LineDecoder decoder;
    private final ReaderLimits limits;
    private long lineNumber;

    public AisReader() {
        this(ReaderLimits.DEFAULT);
    }

    public AisReader(ReaderLimits limits) {
        this.limits = limits;
        decoder =
                new LineDecoder(
                        limits,
                        (line, offset, reason, at) -> givenUp.add(new GivenUp(line, reason)));
    }

    /// Reads one line, without its line break.
    public Reading read(String line) {
        var bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return read(bytes, 0, bytes.length);
    }

    /// Reads one line that arrived at a known time, which then is the clock for missing parts.
    public Reading read(String line, Instant arrivedAt) {
        decoder.arrivedAt(arrivedAt.toEpochMilli());
        return read(line);
    }

    /// Reads the line in `line[from..to)`, without its line break. Where several sentences stand on
    /// it the reading is the last one's; [#readAll] gives them all.
    public Reading read(byte[] line, int from, int to) {
        return readAll(line, from, to).getLast();
    }

    /// Reads one line on which several sentences may stand, each with what became of it.
    public List<Reading> readAll(String line) {
        var bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return readAll(bytes, 0, bytes.length);
    }

    private List<Reading> readAll(byte[] line, int from, int to) {
        lineNumber++;
        if (to - from > limits.maxLineBytes()) {
            return List.of(reading(decoder.tooLong(lineNumber, 0)));
        }
        var first = reading(decoder.accept(line, from, to, lineNumber, 0));
        if (decoder.resumeAt() < 0) {
            return List.of(first);
        }
        var all = new ArrayList<Reading>();
        all.add(first);
        while (decoder.resumeAt() >= 0) {
            all.add(reading(decoder.accept(line, decoder.resumeAt(), to, lineNumber, 0)));
        }
        return all;
    }

    private Reading reading(int outcome) {
        return switch (outcome) {
            case LineDecoder.DECODED -> decoded();
            case LineDecoder.AWAITING_PARTS ->
                    new Reading.AwaitingParts(decoder.have(), decoder.want());
            case LineDecoder.REJECTED -> new Reading.Rejected(decoder.reason(), decoder.column());
            default -> new Reading.Ignored(decoder.what());
        };
    }

    /// The bits of the message read last, for [org.fairlead.nmea.field.MessageFields].
    public Bits bits() {
        return decoder.payload();
    }

    private Reading decoded() {
        var message =
                MessageDecoder.decode(decoder.type(), decoder.payload(), decoder.epochMillis());
        return new Reading.Decoded(
                message, receivedAt(), source(), (char) decoder.channel(), decoder.isOwnShip());
    }

    private @Nullable Instant receivedAt() {
        var millis = decoder.epochMillis();
        return millis == LineDecoder.TIME_ABSENT ? null : Instant.ofEpochMilli(millis);
    }

    private @Nullable String source() {
        var source = decoder.source();
        return source == Sources.ABSENT ? null : decoder.sources().name(source);
    }

    /// The lines given up since the last call because their message stayed incomplete.
    public List<GivenUp> takeGivenUp() {
        var taken = List.copyOf(givenUp);
        givenUp.clear();
        return taken;
    }

    /// Says that no more lines come: what is still incomplete is given up.
    public void finish() {
        decoder.giveUpOpenParts();
    }

    public Counts counts() {
        return decoder.counts();
    }

    /// How many messages of a type (0 to 63; the standard knows 1 to 27) were decoded.
    public long messagesOfType(int type) {
        return decoder.messagesOfType(type);
    }

    /// How long an incomplete message waits.
    public Duration partTimeout() {
        return limits.partTimeout();
    }
}
