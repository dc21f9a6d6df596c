package org.fairlead.nmea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.nmea.field.Bits;
import org.fairlead.nmea.message.AisMessage;
import org.jspecify.annotations.Nullable;

/// The messages and rejects of one pass as columns.
///
/// *Position reports* (1 to 4, 9, 11, 18, 19, 21, 27) fill the public arrays up to [#size]. Values
/// are as transmitted, in AIS units, with the standard's own "not available" values (the `…_ABSENT`
/// constants); message 9 and 27 are scaled to the units of the others. Row `i` of every array is
/// the same report.
///
/// *Messages with more than a position* (all others, and 19 and 21 once more) are kept as their
/// bits, up to [#messages], and taken apart when they are asked for: [#message], [#bits] and
/// [#statics] allocate, the pass does not.
///
/// All arrays are reused: read them before the next pass.
public final class AisColumns {

    public static final long TIME_ABSENT = LineDecoder.TIME_ABSENT;
    public static final int SOURCE_ABSENT = Sources.ABSENT;
    public static final int LATITUDE_ABSENT = PositionLayout.LATITUDE_ABSENT;
    public static final int LONGITUDE_ABSENT = PositionLayout.LONGITUDE_ABSENT;
    public static final int SPEED_ABSENT = PositionLayout.SPEED_ABSENT;
    public static final int COURSE_ABSENT = PositionLayout.COURSE_ABSENT;
    public static final int HEADING_ABSENT = PositionLayout.HEADING_ABSENT;
    public static final int STATUS_ABSENT = PositionLayout.STATUS_ABSENT;
    public static final int TURN_ABSENT = PositionLayout.TURN_ABSENT;
    public static final int SECOND_ABSENT = PositionLayout.SECOND_ABSENT;

    /// From 1.
    public final long[] lineNumber;

    /// Of the line's first byte, from the start of the stream.
    public final long[] byteOffset;

    /// Milliseconds since 1970, or [#TIME_ABSENT].
    public final long[] epochMillis;

    public final int[] mmsi;

    /// Message type: 1, 2, 3, 4, 9, 11, 18, 19, 21 or 27.
    public final byte[] type;

    /// 1/10,000 minute, north positive.
    public final int[] latitude;

    /// 1/10,000 minute, east positive.
    public final int[] longitude;

    /// 0.1 knot. 1,022 is that or more, except from aircraft, which reach 10,220.
    public final short[] speed;

    /// 0.1 degree over ground; 3,600 and more is absent.
    public final short[] course;

    /// Degrees true; 360 and more is absent.
    public final short[] heading;

    public final byte[] navigationStatus;

    /// As transmitted: 4.733 times the root of degrees a minute, starboard positive.
    public final byte[] turn;

    /// Second of the fix; 60 and more is absent.
    public final byte[] utcSecond;

    public final byte[] repeat;

    /// Index for [AisColumnReader#sourceName], or [#SOURCE_ABSENT].
    public final int[] source;

    private static final int LEAST_WORDS = 4 * Payload.MAX_WORDS;

    private static final @Nullable PositionLayout[] LAYOUTS = layouts();

    private final long[] messageLine;
    private final long[] messageOffset;
    private final long[] messageMillis;
    private final int[] messageSource;
    private final byte[] messageType;
    private final byte[] messageChannel;
    private final short[] messageBits;

    /// Where a message's bits begin in [#words].
    private final int[] messageWord;

    private final long[] words;
    private int wordsUsed;
    private int messages;
    private @Nullable List<StaticRow> statics;
    private long[] rejectLine = new long[64];
    private long[] rejectOffset = new long[64];
    private byte[] rejectReason = new byte[64];
    private int rejects;
    private int size;

    /// Rows from here to [#size] are words in the [ReportRows].
    private int settled;

    private final ReportRows reports = new ReportRows();

    /// @param capacity position reports a pass can hold, and as many other messages; the pass stops
    ///   when either are full
    public AisColumns(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("columns for no row: " + capacity);
        }
        lineNumber = new long[capacity];
        byteOffset = new long[capacity];
        epochMillis = new long[capacity];
        mmsi = new int[capacity];
        type = new byte[capacity];
        latitude = new int[capacity];
        longitude = new int[capacity];
        speed = new short[capacity];
        course = new short[capacity];
        heading = new short[capacity];
        navigationStatus = new byte[capacity];
        turn = new byte[capacity];
        utcSecond = new byte[capacity];
        repeat = new byte[capacity];
        source = new int[capacity];
        messageLine = new long[capacity];
        messageOffset = new long[capacity];
        messageMillis = new long[capacity];
        messageSource = new int[capacity];
        messageType = new byte[capacity];
        messageChannel = new byte[capacity];
        messageBits = new short[capacity];
        messageWord = new int[capacity];
        // Most messages are of one or two slots, 3 to 7 words; the pass stops early for others.
        words = new long[Math.max(LEAST_WORDS, 4 * capacity)];
        forgetOrigins(capacity);
    }

    public int capacity() {
        return mmsi.length;
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return room() <= 0;
    }

    /// How many lines can be read before it must be asked again.
    int room() {
        var rows = Math.min(mmsi.length - size, messageType.length - messages);
        return Math.min(rows, (words.length - wordsUsed) / Payload.MAX_WORDS);
    }

    /// Forgets all rows, identities and rejects, keeping the arrays.
    public void clear() {
        forgetOrigins(size);
        size = 0;
        settled = 0;
        rejects = 0;
        messages = 0;
        wordsUsed = 0;
        statics = null;
    }

    public TransponderClass transponderClass(int row) {
        var layout = LAYOUTS[type[row]];
        if (layout == null) {
            throw new IllegalArgumentException("no report in row " + row + " of " + size);
        }
        return layout.transponder;
    }

    /// Whether a row has a position: available, and on the globe.
    public boolean hasPosition(int row) {
        return isOnEarth(latitude[row], longitude[row]);
    }

    /// Identities from messages 5, 19 and 24, in order.
    public List<StaticRow> statics() {
        if (statics == null) {
            statics = takeApartStatics();
        }
        return statics;
    }

    private List<StaticRow> takeApartStatics() {
        var found = new ArrayList<StaticRow>();
        var payload = new Payload();
        for (var message = 0; message < messages; message++) {
            var type = messageType[message];
            if (type != 5 && type != 19 && type != 24) {
                continue;
            }
            payload.set(words, messageWord[message], messageBits[message]);
            var report = MessageDecoder.staticReport(type, payload, messageMillis[message]);
            if (report != null) {
                found.add(
                        new StaticRow(
                                messageLine[message],
                                messageOffset[message],
                                messageSource[message],
                                report));
            }
        }
        return found;
    }

    /// Messages with more than a position.
    public int messages() {
        return messages;
    }

    /// From 1.
    public long messageLineNumber(int message) {
        return messageLine[message];
    }

    public long messageByteOffset(int message) {
        return messageOffset[message];
    }

    /// Milliseconds since 1970, or [#TIME_ABSENT].
    public long messageEpochMillis(int message) {
        return messageMillis[message];
    }

    /// Index for [AisColumnReader#sourceName], or [#SOURCE_ABSENT].
    public int messageSource(int message) {
        return messageSource[message];
    }

    /// 0 to 63; the standard knows 1 to 27.
    public int messageType(int message) {
        return messageType[message];
    }

    /// `A`, `B`, `1`, `2`; NUL when not given.
    public char messageChannel(int message) {
        return (char) messageChannel[message];
    }

    /// The message's bits, for [org.fairlead.nmea.field.MessageFields].
    public Bits bits(int message) {
        var payload = new Payload();
        payload.set(words, messageWord[message], messageBits[message]);
        return payload;
    }

    public AisMessage message(int message) {
        return MessageDecoder.decode(
                messageType[message], (Payload) bits(message), messageMillis[message]);
    }

    public int rejects() {
        return rejects;
    }

    public long rejectLineNumber(int reject) {
        return rejectLine[reject];
    }

    public long rejectByteOffset(int reject) {
        return rejectOffset[reject];
    }

    public Reason rejectReason(int reject) {
        return Reason.of(rejectReason[reject]);
    }

    static boolean isOnEarth(int latitude, int longitude) {
        return Math.abs(latitude) <= 90 * 600_000 && Math.abs(longitude) <= 180 * 600_000;
    }

    /// Adds the message that was decoded last.
    void add(LineDecoder decoder, long line, long offset) {
        add(
                decoder.payload(),
                decoder.type(),
                decoder.mmsi(),
                decoder.epochMillis(),
                decoder.source(),
                decoder.channel(),
                line,
                offset);
    }

    /// Adds a message.
    void add(
            Payload bits,
            int type,
            int mmsi,
            long millis,
            int source,
            byte channel,
            long line,
            long offset) {
        var layout = LAYOUTS[type];
        if (layout != null) {
            addPosition(layout, bits, type, mmsi, millis, source, line, offset);
        }
        if (layout == null || type == 19 || type == 21) {
            addBits(bits, type, millis, source, channel, line, offset);
        }
    }

    private void addBits(
            Payload bits, int type, long millis, int source, byte channel, long line, long offset) {
        var row = messages++;
        messageLine[row] = line;
        messageOffset[row] = offset;
        messageMillis[row] = millis;
        messageSource[row] = source;
        messageType[row] = (byte) type;
        messageChannel[row] = channel;
        messageBits[row] = (short) bits.bits();
        messageWord[row] = wordsUsed;
        wordsUsed += bits.copyTo(words, wordsUsed);
    }

    private void addPosition(
            PositionLayout layout,
            Payload bits,
            int type,
            int mmsi,
            long millis,
            int source,
            long line,
            long offset) {
        if (layout.isLikeClassA()) {
            if (reportRoom() == 0) {
                settle();
            }
            reports.put(
                    size - settled, bits.word48(0), bits.word48(1), bits.word48(2), line, offset);
        } else {
            settle();
            lineNumber[size] = line;
            byteOffset[size] = offset;
            putFields(layout, bits, type, mmsi);
            settled++;
        }
        epochMillis[size] = millis;
        this.source[size] = source;
        size++;
    }

    private void putFields(PositionLayout layout, Payload bits, int type, int mmsi) {
        var row = size;
        this.mmsi[row] = mmsi;
        this.type[row] = (byte) type;
        latitude[row] = layout.latitude(bits);
        longitude[row] = layout.longitude(bits);
        speed[row] = (short) layout.speed(bits);
        course[row] = (short) layout.course(bits);
        heading[row] = (short) layout.heading(bits);
        navigationStatus[row] = (byte) layout.status(bits);
        turn[row] = (byte) layout.turn(bits);
        utcSecond[row] = (byte) layout.second(bits);
        repeat[row] = (byte) bits.unsigned(6, 2);
    }

    ReportRows reports() {
        return reports;
    }

    /// How many rows may wait for [#settle] beside those that do.
    int reportRoom() {
        return ReportRows.MOST - (size - settled);
    }

    /// Rows in front of those that are words.
    int settledRows() {
        return settled;
    }

    /// When and by whom a report that is still words was received.
    void received(int row, long millis, int source) {
        epochMillis[row] = millis;
        this.source[row] = source;
    }

    /// Takes rows of which the words are in the [ReportRows].
    void grewTo(int size) {
        this.size = size;
    }

    /// Takes apart the reports that are still words.
    void settle() {
        if (settled < size) {
            reports.spread(settled, size - settled, this);
            settled = size;
        }
    }

    /// Rows not in use have neither time nor source, so that reports without them need not say so.
    private void forgetOrigins(int rows) {
        Arrays.fill(epochMillis, 0, rows, TIME_ABSENT);
        Arrays.fill(source, 0, rows, SOURCE_ABSENT);
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

    void reject(long line, long offset, Reason reason) {
        if (rejects == rejectLine.length) {
            growRejects();
        }
        rejectLine[rejects] = line;
        rejectOffset[rejects] = offset;
        rejectReason[rejects] = (byte) reason.ordinal();
        rejects++;
    }

    private void growRejects() {
        rejectLine = Arrays.copyOf(rejectLine, rejects * 2);
        rejectOffset = Arrays.copyOf(rejectOffset, rejects * 2);
        rejectReason = Arrays.copyOf(rejectReason, rejects * 2);
    }
}
