package org.fairlead.tracks;

/// Bytes being read; every read is checked against the end.
final class Input {

    private final byte[] bytes;
    private final int end;
    private int at;

    Input(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    int int8() throws SegmentDamaged {
        expect(1);
        return bytes[at++];
    }

    int int32() throws SegmentDamaged {
        expect(4);
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | (bytes[at++] & 0xff);
        }
        return value;
    }

    long signed() throws SegmentDamaged {
        return unzigzag(unsigned());
    }

    static long unzigzag(long raw) {
        return (raw >>> 1) ^ -(raw & 1);
    }

    long unsigned() throws SegmentDamaged {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = int8();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new SegmentDamaged("number longer than ten bytes before byte " + at);
    }

    int count(int most) throws SegmentDamaged {
        long count = unsigned();
        if (count < 0 || count > most) {
            throw new SegmentDamaged(
                    "count before byte %d: expected up to %d, was %d".formatted(at, most, count));
        }
        return (int) count;
    }

    /// Passes over some bytes and says where they begin.
    int skip(int n) throws SegmentDamaged {
        expect(n);
        int from = at;
        at += n;
        return from;
    }

    private void expect(int n) throws SegmentDamaged {
        if (end - at < n) {
            throw new SegmentDamaged(
                    "cut short at byte %d: expected %d more, have %d".formatted(at, n, end - at));
        }
    }
}
