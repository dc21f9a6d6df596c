package org.fairlead.ais.vessel;

import java.util.Optional;
import org.fairlead.nmea.identity.Flag;
import org.fairlead.nmea.identity.MaritimeIdentification;
import org.fairlead.nmea.identity.Mmsi;

/// The flag an MMSI claims by its first digits: a claim, not proof.
final class Flags {

    private Flags() {}

    static Optional<String> ofMmsi(int mmsi) {
        return MaritimeIdentification.flag(new Mmsi(mmsi)).map(Flag::code);
    }
}
