package org.fairlead.ais.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.memory.SourceNames;

/// The bytes of a day of samples.
///
/// ```
/// int8    layout, 1
/// varint  n sources, n × text
/// varint  n samples, each: zigzag varint of the difference to the one before of time, latitude,
///         longitude, speed, course; varint of source × 32 + status × 2 + synthetic
/// ```
public final class SampleCodec {

    private static final int LAYOUT = 1;

    private SampleCodec() {}

    public static byte[] encode(List<Sample> samples) {
        var sources = new ArrayList<String>();
        samples.stream().map(Sample::source).distinct().forEach(sources::add);
        var bytes = new ByteArrayOutputStream(32 + samples.size() * 10);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            unsigned(out, sources.size());
            for (String source : sources) {
                out.writeUTF(source);
            }
            unsigned(out, samples.size());
            Sample before = new Sample(0, 0, 0, 0, 0, 0, false, "");
            for (Sample sample : samples) {
                signed(out, sample.atMillis() - before.atMillis());
                signed(out, sample.latitude() - before.latitude());
                signed(out, sample.longitude() - before.longitude());
                signed(out, sample.speed() - before.speed());
                signed(out, sample.course() - before.course());
                unsigned(
                        out,
                        sources.indexOf(sample.source()) * 32L
                                + (sample.status() & 15) * 2L
                                + (sample.synthetic() ? 1 : 0));
                before = sample;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static List<Sample> decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT) {
                throw new IOException("layout expected " + LAYOUT + ", was " + layout);
            }
            String[] sources = new String[(int) unsigned(in)];
            for (int i = 0; i < sources.length; i++) {
                sources[i] = SourceNames.kept(in.readUTF());
            }
            int n = (int) unsigned(in);
            var samples = new ArrayList<Sample>(n);
            long at = 0;
            long latitude = 0;
            long longitude = 0;
            long speed = 0;
            long course = 0;
            for (int i = 0; i < n; i++) {
                at += signed(in);
                latitude += signed(in);
                longitude += signed(in);
                speed += signed(in);
                course += signed(in);
                long rest = unsigned(in);
                samples.add(
                        new Sample(
                                at,
                                (int) latitude,
                                (int) longitude,
                                (int) speed,
                                (int) course,
                                (int) (rest / 2) & 15,
                                (rest & 1) != 0,
                                sources[(int) (rest / 32)]));
            }
            return samples;
        } catch (IOException | RuntimeException damaged) {
            throw new IllegalStateException("samples of a day are damaged", damaged);
        }
    }

    private static void signed(DataOutputStream out, long value) throws IOException {
        unsigned(out, (value << 1) ^ (value >> 63));
    }

    private static void unsigned(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long signed(DataInputStream in) throws IOException {
        long raw = unsigned(in);
        return (raw >>> 1) ^ -(raw & 1);
    }

    private static long unsigned(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = in.readByte();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IOException("number longer than ten bytes");
    }
}
