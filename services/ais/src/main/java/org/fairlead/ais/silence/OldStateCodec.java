package org.fairlead.ais.silence;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.TreeMap;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.frame.Fix;

/// The bytes of what versions before wrote of a transmitter: read, and written anew in
/// [StateCodec]'s layout. What was published then keeps its versions.
///
/// ```
/// int8   layout, 2; 1 is without what is forgotten
/// int64  last report forgotten, int8 n, n × int64 intervals
/// int16  presences: first contact, last contact, int8 n, n × int64 times
/// int16  silences:  start contact, int8 has end, [end contact], int8 state, int32 version,
///                   int64 observed, int64 usual
/// contact: int64 time, 4 × int32, int8 synthetic, text source
/// ```
final class OldStateCodec {

    private static final int LAYOUT = 2;
    private static final int LAYOUT_WITHOUT_FORGOTTEN = 1;
    private static final Silence.State[] STATES = Silence.State.values();

    private OldStateCodec() {}

    static boolean isOne(byte[] bytes) {
        return bytes[0] == LAYOUT || bytes[0] == LAYOUT_WITHOUT_FORGOTTEN;
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
                presences.add(
                        new Presence(first, last, recent, Samples.of(first).and(Samples.of(last))));
            }
            var told = new TreeMap<Long, Told>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                var one = told(in);
                told.put(one.start().atMillis(), one);
            }
            return new TransmitterState(
                    forgotten, new Presences(presences), told, new TreeMap<>(), Trail.NONE);
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
        var state = STATES[in.readByte()];
        int version = in.readInt();
        long observed = in.readLong();
        long usual = in.readLong();
        var marks = new Told.Marks(true, Told.Reappearance.NONE, false, false, version);
        return new Told(start, end, state, version, observed, usual, marks, start);
    }

    private static Contact contact(DataInputStream in) throws IOException {
        long at = in.readLong();
        int latitude = in.readInt();
        int longitude = in.readInt();
        int speed = in.readInt();
        int course = in.readInt();
        boolean synthetic = in.readBoolean();
        return new Contact(
                at,
                latitude,
                longitude,
                speed,
                course,
                Fix.STATUS_NOT_DEFINED,
                false,
                false,
                synthetic,
                in.readUTF());
    }
}
