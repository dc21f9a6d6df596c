package org.fairlead.ais.derivation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.nmea.identity.Mmsi;
import org.jspecify.annotations.Nullable;

/// What derivations ask of a ship's identity: a tenth of what she has said of herself.
///
/// @param changedMillis when what she says last changed here, since 1970
/// @param imo seven digits as claimed
/// @param shipTypeCode as in messages 5 and 24; null when she has not said it
/// @param lengthMetres null when she has not said it
public record KnownVessel(
        long changedMillis,
        @Nullable String imo,
        @Nullable String name,
        @Nullable Integer shipTypeCode,
        @Nullable Integer lengthMetres) {

    private static final int NOT_SAID = -1;

    static KnownVessel of(VesselIdentity identity, long changedMillis) {
        return new KnownVessel(
                changedMillis,
                identity.imo(),
                identity.name(),
                identity.shipTypeCode(),
                identity.lengthMetres());
    }

    VesselRef ref(int mmsi) {
        return new VesselRef(new Mmsi(mmsi).toString(), imo, name);
    }

    /// The time, type and length as numbers, and two texts, an empty one for what was not said. It
    /// is nowhere but in memory, so it has no layout number.
    byte[] encode() {
        var bytes = new ByteArrayOutputStream(48);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(changedMillis);
            out.writeInt(shipTypeCode == null ? NOT_SAID : shipTypeCode);
            out.writeInt(lengthMetres == null ? NOT_SAID : lengthMetres);
            out.writeUTF(imo == null ? "" : imo);
            out.writeUTF(name == null ? "" : name);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static KnownVessel decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long changed = in.readLong();
            int type = in.readInt();
            int length = in.readInt();
            String imo = in.readUTF();
            String name = in.readUTF();
            return new KnownVessel(
                    changed,
                    imo.isEmpty() ? null : imo,
                    name.isEmpty() ? null : name,
                    type == NOT_SAID ? null : Integer.valueOf(type),
                    length == NOT_SAID ? null : Integer.valueOf(length));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
