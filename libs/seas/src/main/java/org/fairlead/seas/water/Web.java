package org.fairlead.seas.water;

import java.io.IOException;
import java.util.function.Supplier;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Nodes and arcs as they lie in the file: what a search walks over.
///
/// Node by node: where it is, the corners of its cell, and its arcs. An arc's length is in
/// hundredths of a nautical mile in the lower 15 bits; the highest bit says that it leads through a
/// gate, whose bits stand in a list by the arc's index.
final class Web {

    static final int UNITS_PER_NAUTICAL_MILE = 100;
    static final int GATED = 0x8000;
    static final int LENGTH = 0x7fff;
    static final int CORNERS = 6;

    /// How many sections a web is.
    static final int SECTIONS = 14;

    /// A cell's corners are kept as metres east and north of its centre, in steps of two.
    static final double CORNER_STEP_METRES = 2;

    final int size;
    final int landmarks;

    /// Bits to shift a length to its bucket: no arc is much shorter than a bucket is wide.
    final int bucketShift;

    private final Sections.Floats latitude;
    private final Sections.Floats longitude;
    private final Sections.Floats vector;
    private final Sections.MappedShorts corners;
    private final Sections.Bytes resolution;
    final Sections.Ints first;
    final Sections.Ints target;
    final Sections.Shorts length;
    private final Sections.Ints gatedArc;
    private final Sections.Ints gates;
    private final Supplier<int[]> usualLandmarks;
    private final Supplier<int[]> openLandmarks;
    private final Sections.Ints square;
    private final Sections.Ints inSquare;

    Web(Sections.Reader sections) {
        var head = sections.ints();
        size = head.get(0);
        landmarks = head.get(1);
        bucketShift = head.get(2);
        latitude = sections.floats();
        longitude = sections.floats();
        vector = sections.floats();
        corners = sections.mappedShorts();
        resolution = sections.bytes();
        first = sections.ints();
        target = sections.ints();
        length = sections.shorts();
        gatedArc = sections.ints();
        gates = sections.ints();
        usualLandmarks = once(sections.leave(1));
        openLandmarks = once(sections.leave(1));
        square = sections.ints();
        inSquare = sections.ints();
    }

    /// Forty megabytes each for the world, and most processes never ask for the second.
    private static Supplier<int[]> once(Sections.Reader section) {
        return new Supplier<>() {

            private volatile int @Nullable [] values;

            @Override
            public int[] get() {
                int[] read = values;
                if (read == null) {
                    synchronized (this) {
                        read = values;
                        if (read == null) {
                            read = section.again().ints().values();
                            values = read;
                        }
                    }
                }
                return read;
            }
        };
    }

    /// Distances from each landmark, node by node, with the usual gates closed.
    int[] usualLandmarks() {
        return usualLandmarks.get();
    }

    /// The same with all gates open.
    int[] openLandmarks() {
        return openLandmarks.get();
    }

    /// The length of an arc; -1 where it leads through a closed gate.
    int openLength(int arc, int closed) {
        int units = length.unsigned(arc);
        if ((units & GATED) == 0) {
            return units;
        }
        return (gates(arc) & closed) == 0 ? units & LENGTH : -1;
    }

    Place place(int node) {
        return new Place(latitude.get(node), longitude.get(node));
    }

    double latitude(int node) {
        return latitude.get(node);
    }

    double longitude(int node) {
        return longitude.get(node);
    }

    /// The H3 resolution of the node's cell; 0 for a point of a gate's channel, which has none.
    int resolution(int node) {
        return resolution.get(node);
    }

    int arcs() {
        return target.size();
    }

    /// Metres east of the centre.
    double cornerEast(int node, int corner) {
        return corners.get(2 * (CORNERS * node + corner)) * CORNER_STEP_METRES;
    }

    double cornerNorth(int node, int corner) {
        return corners.get(2 * (CORNERS * node + corner) + 1) * CORNER_STEP_METRES;
    }

    float x(int node) {
        return vector.get(3 * node);
    }

    float y(int node) {
        return vector.get(3 * node + 1);
    }

    float z(int node) {
        return vector.get(3 * node + 2);
    }

    /// Bits of the gates the arc leads through, by their order in {@link Gates#all()}.
    int gates(int arc) {
        int low = 0;
        int high = gatedArc.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = gatedArc.get(middle);
            if (found == arc) {
                return gates.get(middle);
            }
            if (found < arc) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /// Calls back with every node in the squares of a degree that a circle touches: a superset.
    void near(Place place, double nauticalMiles, java.util.function.IntConsumer each) {
        for (int index : squaresNear(place, nauticalMiles)) {
            for (int at = square.get(index); at < square.get(index + 1); at++) {
                each.accept(inSquare.get(at));
            }
        }
    }

    /// The squares [#near] looks through.
    static int[] squaresNear(Place place, double nauticalMiles) {
        double north = nauticalMiles / 60 * 1.01;
        int south = (int) Math.floor(Math.max(-90, place.latitudeDegrees() - north));
        int end = (int) Math.floor(Math.min(89.999, place.latitudeDegrees() + north));
        double farthest = Math.min(89.9, Math.abs(place.latitudeDegrees()) + north);
        double east = Math.min(179.9, north / Math.cos(Math.toRadians(farthest)));
        int west = (int) Math.floor(place.longitudeDegrees() - east);
        int last = Math.min((int) Math.floor(place.longitudeDegrees() + east), west + 359);
        int[] squares = new int[(end - south + 1) * (last - west + 1)];
        int at = 0;
        for (int row = south; row <= end; row++) {
            for (int column = west; column <= last; column++) {
                squares[at++] = squareOf(row, column);
            }
        }
        return squares;
    }

    /// The least value of any node in each square of a degree; infinite where there is none.
    float[] leastInSquares(float[] values) {
        float[] least = new float[180 * 360];
        for (int index = 0; index < least.length; index++) {
            float lowest = Float.POSITIVE_INFINITY;
            int end = square.get(index + 1);
            for (int at = square.get(index); at < end; at++) {
                lowest = Math.min(lowest, values[inSquare.get(at)]);
            }
            least[index] = lowest;
        }
        return least;
    }

    static int squareOf(int row, int column) {
        return (row + 90) * 360 + Math.floorMod(column + 180, 360);
    }

    /// What a file holds before it is mapped.
    record Parts(
            float[] latitude,
            float[] longitude,
            float[] vector,
            short[] corners,
            byte[] resolution,
            int[] first,
            int[] target,
            short[] length,
            int[] gatedArc,
            int[] gates) {

        void write(
                Sections.Writer out,
                int bucketShift,
                int landmarks,
                int[] usualLandmarks,
                int[] openLandmarks)
                throws IOException {
            out.write(latitude.length, landmarks, bucketShift);
            out.write(latitude);
            out.write(longitude);
            out.write(vector);
            out.write(corners);
            out.write(java.lang.foreign.MemorySegment.ofArray(resolution));
            out.write(first);
            out.write(target);
            out.write(length);
            out.write(gatedArc);
            out.write(gates);
            out.write(usualLandmarks);
            out.write(openLandmarks);
            writeSquares(out);
        }

        private void writeSquares(Sections.Writer out) throws IOException {
            int[] start = new int[180 * 360 + 1];
            for (int node = 0; node < latitude.length; node++) {
                start[square(node) + 1]++;
            }
            for (int at = 0; at + 1 < start.length; at++) {
                start[at + 1] += start[at];
            }
            int[] next = start.clone();
            int[] nodes = new int[latitude.length];
            for (int node = 0; node < latitude.length; node++) {
                nodes[next[square(node)]++] = node;
            }
            out.write(start);
            out.write(nodes);
        }

        private int square(int node) {
            return squareOf(
                    (int) Math.floor(Math.min(89.999, latitude[node])),
                    (int) Math.floor(longitude[node]));
        }
    }
}
