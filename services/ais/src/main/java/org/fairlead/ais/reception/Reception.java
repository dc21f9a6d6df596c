package org.fairlead.ais.reception;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// How likely a ship that transmits is not heard: `P = exp(-Σ λ·Δt)` over slots of ten minutes, λ =
/// slots heard per hour of ships of her class that were there, because they were heard before and
/// after. Receivers ashore and satellites are reckoned apart, for they fail in different ways.
///
/// *Ashore*: of the cell on her way and its ring the one counts in which ships were heard least.
/// They count only where she was last heard by one of them, and where few of the ships that were
/// about were lost: at the edge of a receiver's range every other ship that sails out falls silent
/// too, wherever she goes afterwards.
///
/// *By satellite*: a footprint is a thousand miles wide, so the mean of the wide cell and its ring
/// counts, wherever in them she went.
///
/// A slot in which no other ship was there tells nothing, and counts for nothing: so a receiver
/// that fell silent for all never makes a silence unexplained.
///
/// @param slots looked at
/// @param looked cells and hours it rests on
public record Reception(
        Ashore ashore, BySatellite bySatellite, int slots, long cell, Set<CellHour> looked) {

    private static final int SLOTS_PER_HOUR = 6;

    public Reception {
        looked = Set.copyOf(looked);
    }

    /// @param expectedSlots Σ λ·Δt
    /// @param knownSlots those in which others were there
    /// @param ships others that were there
    /// @param stays others that were in the cells around where she was last heard, in the days
    ///   around
    /// @param lost of these, those of which receivers ashore heard nothing for over an hour after
    /// @param heardHer whether it was they who heard her last
    /// @param isUnderWay whether she was moving then, so that she may have left their range
    public record Ashore(
            double expectedSlots,
            int knownSlots,
            int ships,
            double perHour,
            int stays,
            int lost,
            boolean heardHer,
            boolean isUnderWay) {

        /// Whether it is known how many ships are lost there.
        boolean isRangeKnown(ReceptionConfig config) {
            return heardHer && ships >= config.leastShips() && stays >= config.leastStays();
        }

        /// A ship that hardly moved stays in range wherever it ends, unless it is known to end
        /// there.
        boolean isInRange(ReceptionConfig config) {
            return isRangeKnown(config)
                    ? lost <= config.mostLostShare() * stays
                    : heardHer && ships >= config.leastShips() && !isUnderWay;
        }
    }

    /// @param expectedSlots Σ λ·Δt
    /// @param ships others that were there
    public record BySatellite(double expectedSlots, int ships, double perHour) {}

    /// Slots in which she should have been heard, as far as enough others tell.
    public double expectedSlots(ReceptionConfig config) {
        return (isAshoreUsed(config) ? ashore.expectedSlots() : 0)
                + (isBySatelliteKnown(config) ? bySatellite.expectedSlots() : 0);
    }

    public double silentIfTransmitting(ReceptionConfig config) {
        return Math.exp(-expectedSlots(config));
    }

    /// Whether receivers ashore say something of her: in range, and most of the way known.
    public boolean isAshoreUsed(ReceptionConfig config) {
        return ashore.isInRange(config)
                && slots > 0
                && ashore.knownSlots() >= config.leastKnownShare() * slots;
    }

    private boolean isBySatelliteKnown(ReceptionConfig config) {
        return bySatellite.ships() >= config.leastShips();
    }

    /// Whether receivers ashore are known to lose ships where they last heard her.
    public boolean isAtEdgeOfRange(ReceptionConfig config) {
        return ashore.isRangeKnown(config) && !ashore.isInRange(config);
    }

    /// Whether enough ships were there to say anything.
    public boolean isKnown(ReceptionConfig config) {
        return slots > 0
                && (isAshoreUsed(config) || isBySatelliteKnown(config) || isAtEdgeOfRange(config));
    }

    /// Others that were there, ashore or by satellite.
    public int ships() {
        return Math.max(ashore.ships(), bySatellite.ships());
    }

    private static final Heard NOBODY = new Heard(0, 0);

    private record Heard(double share, int exposed) {}

    /// What is asked of what is known.
    ///
    /// @param mmsi the ship herself, who is left out
    /// @param lastHeardAshore whether a receiver ashore heard her last
    /// @param hours what is known of an hour of a cell
    public record Question(
            List<Path.Slot> path,
            long startMillis,
            long startCell,
            int mmsi,
            boolean classB,
            boolean lastHeardAshore,
            boolean isUnderWay,
            Function<CellHour, HourOfCell> hours) {

        public Question {
            path = List.copyOf(path);
        }

        private boolean isOther(ShipHour ship) {
            return ship.mmsi() != mmsi && ship.classB() == classB && ship.exposed() != 0;
        }
    }

    public static Reception along(Question question, Cells cells) {
        Set<CellHour> looked = new HashSet<>();
        return new Reception(
                ashore(question, cells, looked),
                bySatellite(question, cells, looked),
                question.path().size(),
                question.startCell(),
                looked);
    }

    private static Ashore ashore(Question question, Cells cells, Set<CellHour> looked) {
        var ships = new HashSet<Integer>();
        Map<CellHour, Heard> byCell = new HashMap<>();
        double expected = 0;
        int known = 0;
        for (Path.Slot slot : question.path()) {
            long cell = cells.cellOf(slot.latitude(), slot.longitude());
            var at = new CellHour(cell, CellHour.hourOf(slot.atMillis()));
            var heard = byCell.get(at);
            if (heard == null) {
                heard = worst(question, at, cells, ships, looked);
                byCell.put(at, heard);
            }
            if (heard.exposed() > 0) {
                known++;
                expected += heard.share();
            }
        }
        int stays = 0;
        int lost = 0;
        for (long cell : cells.ring(question.startCell())) {
            var day = CellHour.day(cell, question.startMillis());
            for (int days = -1; days <= 1; days++) {
                var key = day.daysLater(days);
                looked.add(key);
                for (ShipHour ship : question.hours().apply(key).ships()) {
                    if (question.isOther(ship)) {
                        stays++;
                        lost += ship.isLost() ? 1 : 0;
                    }
                }
            }
        }
        return new Ashore(
                expected,
                known,
                ships.size(),
                perHour(expected, known),
                stays,
                lost,
                question.lastHeardAshore(),
                question.isUnderWay());
    }

    private static double perHour(double expected, int known) {
        return known == 0 ? 0 : SLOTS_PER_HOUR * expected / known;
    }

    /// Of the cell and its ring the one in which ships were heard least, of those in which at least
    /// an hour of one was spent.
    private static Heard worst(
            Question question, CellHour at, Cells cells, Set<Integer> ships, Set<CellHour> looked) {
        Heard worst = NOBODY;
        for (long cell : cells.ring(at.cell())) {
            var key = new CellHour(cell, at.hour());
            looked.add(key);
            int exposed = 0;
            int heard = 0;
            for (ShipHour ship : question.hours().apply(key).ships()) {
                if (question.isOther(ship)) {
                    ships.add(ship.mmsi());
                    exposed += Integer.bitCount(ship.exposed());
                    heard += Integer.bitCount(ship.byLand());
                }
            }
            double share = exposed == 0 ? 0 : heard / (double) exposed;
            if (exposed >= SLOTS_PER_HOUR && (worst.exposed() == 0 || share < worst.share())) {
                worst = new Heard(share, exposed);
            }
        }
        return worst;
    }

    private static BySatellite bySatellite(Question question, Cells cells, Set<CellHour> looked) {
        var ships = new HashSet<Integer>();
        Map<CellHour, Heard> byCell = new HashMap<>();
        double expected = 0;
        int known = 0;
        for (Path.Slot slot : question.path()) {
            long wide = cells.wideOf(cells.cellOf(slot.latitude(), slot.longitude()));
            var at = new CellHour(wide, CellHour.hourOf(slot.atMillis()));
            var heard = byCell.get(at);
            if (heard == null) {
                heard = mean(question, at, cells, ships, looked);
                byCell.put(at, heard);
            }
            if (heard.exposed() > 0) {
                known++;
                expected += heard.share();
            }
        }
        return new BySatellite(expected, ships.size(), perHour(expected, known));
    }

    private static Heard mean(
            Question question, CellHour at, Cells cells, Set<Integer> ships, Set<CellHour> looked) {
        int exposed = 0;
        int heard = 0;
        for (long cell : cells.ring(at.cell())) {
            var key = new CellHour(cell, at.hour());
            looked.add(key);
            for (ShipHour ship : question.hours().apply(key).ships()) {
                if (question.isOther(ship)) {
                    ships.add(ship.mmsi());
                    exposed += Integer.bitCount(ship.exposed());
                    heard += Integer.bitCount(ship.bySatellite());
                }
            }
        }
        return exposed == 0 ? NOBODY : new Heard(heard / (double) exposed, exposed);
    }
}
