package org.fairlead.ais.vessel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.fairlead.contracts.ais.VesselIdentity;

/// What a transmitter said before, dated, as its event carries it.
final class Past {

    private static final int MOST_TUPLES = 64;
    private static final int MOST_DRAUGHTS = 256;

    private Past() {}

    /// Newest first.
    static List<VesselIdentity.Tuple> tuples(Collection<IdentityClaim> claims) {
        return claims.stream()
                .sorted(
                        Comparator.comparing(IdentityClaim::lastSeenAt)
                                .thenComparing(IdentityClaim::firstSeenAt)
                                .thenComparing(claim -> claim.key().toString())
                                .reversed())
                .limit(MOST_TUPLES)
                .map(claim ->
                        new VesselIdentity.Tuple(
                                claim.said().imo(),
                                claim.said().name(),
                                claim.said().callSign(),
                                claim.said().shipTypeCode(),
                                claim.said().lengthMetres(),
                                claim.said().beamMetres(),
                                claim.firstSeenAt(),
                                claim.lastSeenAt(),
                                claim.source(),
                                claim.synthetic()))
                .toList();
    }

    /// Days of one draught that follow on each other are one spell; oldest first.
    static List<VesselIdentity.Draught> spells(Collection<VesselDraughtEntity> rows) {
        var spells = new ArrayList<VesselIdentity.Draught>();
        rows.stream()
                .sorted(
                        Comparator.comparing((VesselDraughtEntity row) -> row.firstSeenAt)
                                .thenComparing(row -> row.lastSeenAt)
                                .thenComparing(row -> row.id))
                .forEach(row -> add(spells, row));
        return spells.subList(Math.max(0, spells.size() - MOST_DRAUGHTS), spells.size());
    }

    private static void add(List<VesselIdentity.Draught> spells, VesselDraughtEntity row) {
        double metres = row.decimetres / 10.0;
        if (!spells.isEmpty() && spells.getLast().metres() == metres) {
            var last = spells.removeLast();
            var to = last.lastSeenAt().isAfter(row.lastSeenAt) ? last.lastSeenAt() : row.lastSeenAt;
            spells.add(
                    new VesselIdentity.Draught(
                            metres,
                            last.firstSeenAt(),
                            to,
                            last.source(),
                            last.synthetic() || row.synthetic));
            return;
        }
        spells.add(
                new VesselIdentity.Draught(
                        metres, row.firstSeenAt, row.lastSeenAt, row.source, row.synthetic));
    }
}
