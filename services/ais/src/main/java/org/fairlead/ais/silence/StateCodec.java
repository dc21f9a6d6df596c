package org.fairlead.ais.silence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.TreeMap;
import org.fairlead.contracts.ais.Silence;

/// The bytes of what is remembered, in a state store and its changelog.
///
/// ```
/// int8   layout, 2; 1 is without what is forgotten
/// int64  last report forgotten, int8 n, n × int64 intervals
/// int16  presences: first contact, last contact, int8 n, n × int64 times
/// int16  silences:  start contact, int8 has end, [end contact], int8 state, int32 version,
///                   int64 observed, int64 usual
/// contact: int64 time, 4 × int32, int8 synthetic, text source
/// ```
final class StateCodec {

    private static final int LAYOUT = 2;
    private static final int LAYOUT_WITHOUT_FORGOTTEN = 1;
    private static final int COVERAGE_LAYOUT = 1;
    private static final Silence.State[] STATES = Silence.State.values();

    private StateCodec() {}

    static byte[] encode(TransmitterState state) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeLong(state.forgotten().untilMillis());
            out.writeByte(state.forgotten().intervals().size());
            for (long interval : state.forgotten().intervals()) {
                out.writeLong(interval);
            }
            out.writeShort(state.presences().inOrder().size());
            for (Presence presence : state.presences().inOrder()) {
                write(out, presence.first());
                write(out, presence.last());
                out.writeByte(presence.recentMillis().length);
                for (long at : presence.recentMillis()) {
                    out.writeLong(at);
                }
            }
            out.writeShort(state.told().size());
            for (Told told : state.told().values()) {
                write(out, told);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Told told) throws IOException {
        write(out, told.start());
        var end = told.end();
        out.writeBoolean(end != null);
        if (end != null) {
            write(out, end);
        }
        out.writeByte(told.state().ordinal());
        out.writeInt(told.version());
        out.writeLong(told.observedMillis());
        out.writeLong(told.usualMillis());
    }

    private static void write(DataOutputStream out, Contact contact) throws IOException {
        out.writeLong(contact.atMillis());
        out.writeInt(contact.latitude());
        out.writeInt(contact.longitude());
        out.writeInt(contact.speed());
        out.writeInt(contact.course());
        out.writeBoolean(contact.synthetic());
        out.writeUTF(contact.source());
    }

    static TransmitterState decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT && layout != LAYOUT_WITHOUT_FORGOTTEN) {
                throw new IOException("layout expected up to " + LAYOUT + ", was " + layout);
            }
            var forgotten = layout == LAYOUT ? forgotten(in) : Forgotten.NOTHING;
            var presences = new ArrayList<Presence>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                var first = contact(in);
                var last = contact(in);
                long[] recent = new long[in.readUnsignedByte()];
                for (int i = 0; i < recent.length; i++) {
                    recent[i] = in.readLong();
                }
                presences.add(new Presence(first, last, recent));
            }
            var told = new TreeMap<Long, Told>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                var one = told(in);
                told.put(one.start().atMillis(), one);
            }
            return new TransmitterState(forgotten, new Presences(presences), told);
        } catch (IOException damaged) {
            throw new UncheckedIOException("state of a transmitter is damaged", damaged);
        }
    }

    private static Forgotten forgotten(DataInputStream in) throws IOException {
        long until = in.readLong();
        var intervals = new ArrayList<Long>();
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            intervals.add(in.readLong());
        }
        return new Forgotten(until, intervals);
    }

    private static Told told(DataInputStream in) throws IOException {
        var start = contact(in);
        var end = in.readBoolean() ? contact(in) : null;
        return new Told(
                start, end, STATES[in.readByte()], in.readInt(), in.readLong(), in.readLong());
    }

    private static Contact contact(DataInputStream in) throws IOException {
        return new Contact(
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                in.readUTF());
    }

    static byte[] encode(Coverage coverage) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(COVERAGE_LAYOUT);
            out.writeShort(coverage.spans().size());
            for (Coverage.Span span : coverage.spans()) {
                out.writeLong(span.fromMillis());
                out.writeLong(span.toMillis());
            }
            out.writeShort(coverage.recordings().size());
            for (Coverage.Recording recording : coverage.recordings()) {
                out.writeUTF(recording.id());
                out.writeLong(recording.fromMillis());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Coverage decodeCoverage(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != COVERAGE_LAYOUT) {
                throw new IOException("layout expected " + COVERAGE_LAYOUT + ", was " + layout);
            }
            var spans = new ArrayList<Coverage.Span>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                spans.add(new Coverage.Span(in.readLong(), in.readLong()));
            }
            var recordings = new ArrayList<Coverage.Recording>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                recordings.add(new Coverage.Recording(in.readUTF(), in.readLong()));
            }
            return new Coverage(spans, recordings);
        } catch (IOException damaged) {
            throw new UncheckedIOException("coverage of a source is damaged", damaged);
        }
    }
}
