package org.fairlead.ais.reception;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// How likely a ship that transmits is not heard: `P = exp(-Σ λ·Δt)` over slots of ten minutes, λ =
/// slots heard per hour of ships of her class that were in the cell and its ring, because they were
/// heard before and after; ashore and by satellite apart.
///
/// Of the cell and its ring the one counts in which ships were heard least, of those in which at
/// least an hour of one was spent: at the edge of a receiver's range the cells on this side are
/// heard well, and she may be on the other.
///
/// A slot in which no other ship was there tells nothing, and counts for nothing: so a receiver
/// that fell silent for all never makes a silence unexplained.
///
/// @param expectedSlots Σ λ·Δt
/// @param slots looked at
/// @param knownSlots those in which others were there
/// @param ships others that were there
public record Reception(
        double expectedSlots,
        int slots,
        int knownSlots,
        int ships,
        double landPerHour,
        double satellitePerHour,
        long cell,
        Set<CellHour> looked) {

    private static final int SLOTS_PER_HOUR = 6;

    public Reception {
        looked = Set.copyOf(looked);
    }

    public double silentIfTransmitting() {
        return Math.exp(-expectedSlots);
    }

    /// Whether enough ships were there to say anything.
    public boolean isKnown(ReceptionConfig config) {
        return ships >= config.leastShips() && slots > 0;
    }

    /// Whether enough of the time is known to say that others were not heard either.
    public boolean isMostlyKnown(ReceptionConfig config) {
        return isKnown(config) && knownSlots >= config.leastKnownShare() * slots;
    }

    private static final Heard NOBODY = new Heard(0, 0, 0);

    private record Heard(double land, double satellite, int exposed) {

        double both() {
            return land + satellite;
        }
    }

    /// @param mmsi the ship herself, who is left out
    /// @param hours what is known of an hour of a cell
    public static Reception along(
            List<Path.Slot> path,
            int mmsi,
            boolean classB,
            Cells cells,
            Function<CellHour, HourOfCell> hours) {
        var ships = new HashSet<Integer>();
        Map<CellHour, Heard> byCell = new HashMap<>();
        Set<CellHour> looked = new HashSet<>();
        double expected = 0;
        double land = 0;
        double satellite = 0;
        int known = 0;
        long firstCell = 0;
        for (Path.Slot slot : path) {
            long cell = cells.cellOf(slot.latitude(), slot.longitude());
            firstCell = firstCell == 0 ? cell : firstCell;
            var at = new CellHour(cell, CellHour.hourOf(slot.atMillis()));
            var heard = byCell.get(at);
            if (heard == null) {
                heard = around(at, mmsi, classB, cells, hours, ships, looked);
                byCell.put(at, heard);
            }
            if (heard.exposed() > 0) {
                known++;
                land += heard.land();
                satellite += heard.satellite();
                expected += heard.land() + heard.satellite();
            }
        }
        return new Reception(
                expected,
                path.size(),
                known,
                ships.size(),
                known == 0 ? 0 : SLOTS_PER_HOUR * land / known,
                known == 0 ? 0 : SLOTS_PER_HOUR * satellite / known,
                firstCell,
                looked);
    }

    private static Heard around(
            CellHour at,
            int mmsi,
            boolean classB,
            Cells cells,
            Function<CellHour, HourOfCell> hours,
            Set<Integer> ships,
            Set<CellHour> looked) {
        Heard worst = NOBODY;
        for (long cell : cells.ring(at.cell())) {
            var key = new CellHour(cell, at.hour());
            looked.add(key);
            var heard = in(hours.apply(key), mmsi, classB, ships);
            if (heard.exposed() >= SLOTS_PER_HOUR
                    && (worst.exposed() == 0 || heard.both() < worst.both())) {
                worst = heard;
            }
        }
        return worst;
    }

    private static Heard in(HourOfCell hour, int mmsi, boolean classB, Set<Integer> ships) {
        int exposed = 0;
        int land = 0;
        int satellite = 0;
        for (ShipHour ship : hour.ships()) {
            if (ship.mmsi() != mmsi && ship.classB() == classB && ship.exposed() != 0) {
                ships.add(ship.mmsi());
                exposed += Integer.bitCount(ship.exposed());
                land += Integer.bitCount(ship.byLand());
                satellite += Integer.bitCount(ship.bySatellite());
            }
        }
        return exposed == 0
                ? NOBODY
                : new Heard(land / (double) exposed, satellite / (double) exposed, exposed);
    }
}
