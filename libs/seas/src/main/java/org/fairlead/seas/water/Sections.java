package org.fairlead.seas.water;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Arrays one after another, each behind its length in bytes and padded to eight; little-endian.
///
/// Copied out of the mapped file into arrays: a search over the mapped memory itself is as fast
/// once the second compiler has seen it, and twenty times slower under the first one alone, with
/// which the platform's processes run.
final class Sections {

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int PADDED_TO = 8;

    private Sections() {}

    record Ints(int[] values) {

        int get(int index) {
            return values[index];
        }

        int size() {
            return values.length;
        }
    }

    record Floats(float[] values) {

        float get(int index) {
            return values[index];
        }
    }

    record Shorts(short[] values) {

        int unsigned(int index) {
            return values[index] & 0xffff;
        }
    }

    record Bytes(byte[] values) {

        byte get(int index) {
            return values[index];
        }
    }

    /// Left in the file: for what is rarely looked at.
    record MappedShorts(MemorySegment segment) {

        short get(int index) {
            return segment.get(SHORT, 2L * index);
        }
    }

    /// @throws IndexOutOfBoundsException when the file ends early, which its checksum rules out
    static final class Reader {

        private final MemorySegment file;
        private long at;

        Reader(MemorySegment file, long at) {
            this.file = file;
            this.at = at;
        }

        Ints ints() {
            return new Ints(next().toArray(INT));
        }

        Floats floats() {
            return new Floats(next().toArray(FLOAT));
        }

        Shorts shorts() {
            return new Shorts(next().toArray(SHORT));
        }

        Bytes bytes() {
            return new Bytes(next().toArray(ValueLayout.JAVA_BYTE));
        }

        MappedShorts mappedShorts() {
            return new MappedShorts(next());
        }

        /// @return a reader that stands here, while this one goes on behind these sections
        Reader leave(int sections) {
            var here = new Reader(file, at);
            for (int section = 0; section < sections; section++) {
                next();
            }
            return here;
        }

        /// A reader that stands here, for who reads on later than this one does.
        Reader again() {
            return new Reader(file, at);
        }

        private MemorySegment next() {
            long length = file.get(LONG, at);
            var section = file.asSlice(at + 8, length);
            at += 8 + padded(length);
            return section;
        }
    }

    static final class Writer {

        private final OutputStream out;

        Writer(OutputStream out) {
            this.out = out;
        }

        void write(MemorySegment segment) throws IOException {
            long length = segment.byteSize();
            out.write(bytes(8).putLong(length).array());
            byte[] buffer = new byte[1 << 16];
            for (long at = 0; at < length; at += buffer.length) {
                int part = (int) Math.min(buffer.length, length - at);
                MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, buffer, 0, part);
                out.write(buffer, 0, part);
            }
            out.write(new byte[(int) (padded(length) - length)]);
        }

        void write(int... values) throws IOException {
            var buffer = bytes(4 * values.length);
            for (int value : values) {
                buffer.putInt(value);
            }
            write(MemorySegment.ofArray(buffer.array()));
        }

        void write(float[] values) throws IOException {
            var buffer = bytes(4 * values.length);
            for (float value : values) {
                buffer.putFloat(value);
            }
            write(MemorySegment.ofArray(buffer.array()));
        }

        void write(short[] values) throws IOException {
            var buffer = bytes(2 * values.length);
            for (short value : values) {
                buffer.putShort(value);
            }
            write(MemorySegment.ofArray(buffer.array()));
        }

        private static ByteBuffer bytes(int count) {
            return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static long padded(long length) {
        return (length + PADDED_TO - 1) / PADDED_TO * PADDED_TO;
    }
}
