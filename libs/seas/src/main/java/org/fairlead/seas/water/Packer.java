package org.fairlead.seas.water;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.seas.distance.Place;

/// Packs nodes and arcs into the arrays of a web: every node's arcs one after another, each both
/// ways.
final class Packer {

    private final int size;
    private final float[] latitude;
    private final float[] longitude;
    private final float[] vector;
    private final short[] corners;
    private final byte[] resolution;
    private final int[] first;
    private int[] next = new int[0];
    private int[] target = new int[0];
    private short[] length = new short[0];
    private final Map<Integer, Integer> gates = new TreeMap<>();

    Packer(int size) {
        this.size = size;
        latitude = new float[size];
        longitude = new float[size];
        vector = new float[3 * size];
        corners = new short[2 * Web.CORNERS * size];
        resolution = new byte[size];
        first = new int[size + 1];
    }

    void node(int node, Place place) {
        latitude[node] = (float) place.latitudeDegrees();
        longitude[node] = (float) place.longitudeDegrees();
        double cosine = StrictMath.cos(Math.toRadians(place.latitudeDegrees()));
        vector[3 * node] =
                (float) (cosine * StrictMath.cos(Math.toRadians(place.longitudeDegrees())));
        vector[3 * node + 1] =
                (float) (cosine * StrictMath.sin(Math.toRadians(place.longitudeDegrees())));
        vector[3 * node + 2] = (float) StrictMath.sin(Math.toRadians(place.latitudeDegrees()));
    }

    void cell(int node, Place centre, Cells cells, long cell) {
        resolution[node] = (byte) cells.resolution(cell);
        double[][] metres = cells.corners(cell, centre);
        for (int corner = 0; corner < Web.CORNERS; corner++) {
            int at = 2 * (Web.CORNERS * node + corner);
            corners[at] = (short) Math.round(metres[corner][0] / Web.CORNER_STEP_METRES);
            corners[at + 1] = (short) Math.round(metres[corner][1] / Web.CORNER_STEP_METRES);
        }
    }

    void count(int from, int to) {
        first[from + 1]++;
        first[to + 1]++;
    }

    void allocate() {
        for (int node = 0; node < size; node++) {
            first[node + 1] += first[node];
        }
        next = Arrays.copyOf(first, size);
        target = new int[first[size]];
        length = new short[first[size]];
    }

    void arc(int from, int to, int units, int gateBits) {
        one(from, to, units, gateBits);
        one(to, from, units, gateBits);
    }

    private void one(int from, int to, int units, int gateBits) {
        if (units > Web.LENGTH) {
            throw new IllegalArgumentException("an arc of " + units + " units is too long");
        }
        int at = next[from]++;
        target[at] = to;
        length[at] = (short) (gateBits == 0 ? units : units | Web.GATED);
        if (gateBits != 0) {
            gates.put(at, gateBits);
        }
    }

    Web.Parts packed() {
        return new Web.Parts(
                latitude,
                longitude,
                vector,
                corners,
                resolution,
                first,
                target,
                length,
                gates.keySet().stream().mapToInt(Integer::intValue).toArray(),
                gates.values().stream().mapToInt(Integer::intValue).toArray());
    }
}
