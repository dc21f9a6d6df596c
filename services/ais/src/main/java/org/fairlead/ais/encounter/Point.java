package org.fairlead.ais.encounter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.nmea.identity.Mmsi;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// Where one slow ship was at a time of the grid.
///
/// @param slot times of the grid since 1970
/// @param speedKnots between the two reports around it
/// @param isFishing whether she says that she fishes
public record Point(
        int mmsi,
        long slot,
        double latitudeDegrees,
        double longitudeDegrees,
        double speedKnots,
        boolean isFishing,
        boolean synthetic,
        String source) {

    double metresTo(Point other) {
        return GreatCircle.nauticalMiles(place(), other.place())
                * GreatCircle.METRES_PER_NAUTICAL_MILE;
    }

    private Place place() {
        return new Place(latitudeDegrees, longitudeDegrees);
    }

    ReportedFix fix(long everyMillis) {
        return new ReportedFix(
                new Mmsi(mmsi).toString(),
                Instant.ofEpochMilli(slot * everyMillis),
                Math.round(latitudeDegrees * 1e6) / 1e6,
                Math.round(longitudeDegrees * 1e6) / 1e6,
                Math.round(speedKnots * 10) / 10.0,
                source);
    }

    /// A note that it is there, or that it is not any more.
    public byte[] note(boolean isThere) {
        var out = ByteBuffer.allocate(1 + PointBytes.size(this)).put((byte) (isThere ? 1 : 0));
        PointBytes.write(this, out);
        return PointBytes.written(out);
    }

    static long slotOfNote(byte[] bytes) {
        return PointBytes.slot(ByteBuffer.wrap(bytes), 1);
    }

    record Note(boolean isThere, Point point) {}

    static Note ofNote(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            return new Note(in.get() != 0, new PointBytes.Reader(in).next());
        } catch (BufferUnderflowException damaged) {
            throw new IllegalArgumentException("note of a point is damaged", damaged);
        }
    }
}
