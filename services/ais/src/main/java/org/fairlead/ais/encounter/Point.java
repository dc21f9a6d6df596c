package org.fairlead.ais.encounter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fairlead.ais.memory.SourceNames;
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
                java.time.Instant.ofEpochMilli(slot * everyMillis),
                Math.round(latitudeDegrees * 1e6) / 1e6,
                Math.round(longitudeDegrees * 1e6) / 1e6,
                Math.round(speedKnots * 10) / 10.0,
                source);
    }

    /// A note that it is there, or that it is not any more.
    public byte[] note(boolean isThere) {
        var bytes = new ByteArrayOutputStream(64);
        try (var out = new DataOutputStream(bytes)) {
            out.writeBoolean(isThere);
            write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(mmsi);
        out.writeLong(slot);
        out.writeDouble(latitudeDegrees);
        out.writeDouble(longitudeDegrees);
        out.writeDouble(speedKnots);
        out.writeByte((isFishing ? 1 : 0) | (synthetic ? 2 : 0));
        out.writeUTF(source);
    }

    static Point read(DataInputStream in) throws IOException {
        int mmsi = in.readInt();
        long slot = in.readLong();
        double latitude = in.readDouble();
        double longitude = in.readDouble();
        double speed = in.readDouble();
        int flags = in.readByte();
        return new Point(
                mmsi,
                slot,
                latitude,
                longitude,
                speed,
                (flags & 1) != 0,
                (flags & 2) != 0,
                SourceNames.kept(in.readUTF()));
    }

    record Note(boolean isThere, Point point) {}

    static Note ofNote(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Note(in.readBoolean(), read(in));
        } catch (IOException damaged) {
            throw new UncheckedIOException("note of a point is damaged", damaged);
        }
    }
}
