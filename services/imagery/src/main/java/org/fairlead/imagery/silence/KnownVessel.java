package org.fairlead.imagery.silence;

import java.util.SortedSet;
import java.util.TreeSet;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.nmea.identity.ImoNumber;

/// A transmitter with everything it ever claimed that bears on a verdict.
///
/// @param lengthsMetres every length it ever stated, without the zero that stands for unknown
/// @param imos every IMO number it ever stated whose check digit is right
public record KnownVessel(
        VesselIdentity identity, SortedSet<Integer> lengthsMetres, SortedSet<String> imos) {

    public KnownVessel {
        lengthsMetres = new TreeSet<>(lengthsMetres);
        imos = new TreeSet<>(imos);
    }

    /// The same with what a newer identity claims.
    KnownVessel updated(VesselIdentity newer) {
        var known = new KnownVessel(newer, lengthsMetres, imos);
        Integer length = newer.lengthMetres();
        if (length != null && length > 0) {
            known.lengthsMetres.add(length);
        }
        String imo = newer.imo();
        if (imo != null && ImoNumber.isValid(imo)) {
            known.imos.add(imo);
        }
        return known;
    }

    static KnownVessel of(VesselIdentity identity) {
        return new KnownVessel(identity, new TreeSet<>(), new TreeSet<>()).updated(identity);
    }

    /// True when a verdict could come out differently.
    boolean bearsOtherwiseThan(KnownVessel other) {
        return !lengthsMetres.equals(other.lengthsMetres)
                || !imos.equals(other.imos)
                || !java.util.Objects.equals(
                        identity.shipTypeCode(), other.identity.shipTypeCode());
    }
}
