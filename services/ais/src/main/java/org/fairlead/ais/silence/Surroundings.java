package org.fairlead.ais.silence;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.Cells;
import org.fairlead.ais.reception.HourOfCell;
import org.fairlead.ais.reception.Path;
import org.fairlead.ais.reception.Reception;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PositionZone;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// What was about a ship when she fell silent: how others were heard, areas of false positions, and
/// who appeared.
final class Surroundings {

    /// Antennas and rounding put two reports of one ship a little apart.
    private static final double TOLERANCE_NAUTICAL_MILES = 0.5;

    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private final SilenceConfig config;
    private final ReceptionConfig reception;
    private final Cells cells;
    private final Function<CellHour, HourOfCell> hours;
    private final Supplier<List<Activity>> zones;
    private final Appearances appearances;
    private final IntFunction<@Nullable Integer> lengths;

    /// Numbers that appeared in an area, oldest first.
    interface Appearances {
        List<SilenceNote.Appeared> between(long area, long fromMillis, long toMillis);
    }

    /// @param lengths in metres by MMSI, null when not said
    Surroundings(
            SilenceConfig config,
            ReceptionConfig reception,
            Cells cells,
            Function<CellHour, HourOfCell> hours,
            Supplier<List<Activity>> zones,
            Appearances appearances,
            IntFunction<@Nullable Integer> lengths) {
        this.config = config;
        this.reception = reception;
        this.cells = cells;
        this.hours = hours;
        this.zones = zones;
        this.appearances = appearances;
        this.lengths = lengths;
    }

    Judgement judge(SilenceNote.Found found, SilenceJudge judge) {
        var told = found.told();
        return judge.on(told, reception(found), zone(told), switchedTo(found));
    }

    private Reception reception(SilenceNote.Found found) {
        var start = found.told().start();
        var end = found.told().end();
        long lasted =
                Math.min(found.told().observedMillis(), reception.evaluatedWithin().toMillis());
        long until = start.atMillis() + lasted;
        var path =
                end == null
                        ? Path.ahead(leg(start), start.atMillis(), until)
                        : Path.between(
                                leg(start), leg(end), start.atMillis(), end.atMillis(), until);
        return Reception.along(
                new Reception.Question(
                        path,
                        start.atMillis(),
                        cells.cellOf(
                                start.place().latitudeDegrees(), start.place().longitudeDegrees()),
                        found.mmsi(),
                        start.classB(),
                        !start.satellite(),
                        !start.hasSpeed() || start.speedKnots() >= reception.underWayKnots(),
                        hours),
                cells);
    }

    private static Path.Leg leg(Contact contact) {
        var place = contact.place();
        return new Path.Leg(
                place.latitudeDegrees(),
                place.longitudeDegrees(),
                contact.hasSpeed() && contact.hasCourse() ? contact.speedKnots() : 0,
                contact.hasCourse() ? contact.course() / 10.0 : 0);
    }

    private @Nullable UUID zone(Told told) {
        for (Activity zone : zones.get()) {
            if (zone.details() instanceof PositionZone where
                    && (isIn(told.start(), zone, where)
                            || (told.end() != null && isIn(told.end(), zone, where)))) {
                return zone.id();
            }
        }
        return null;
    }

    private boolean isIn(Contact contact, Activity zone, PositionZone where) {
        long near = config.zoneWithin().toMillis();
        long from = zone.from().toEpochMilli() - near;
        var end = zone.end();
        long to = end == null ? Long.MAX_VALUE : end.at().toEpochMilli() + near;
        return contact.atMillis() >= from
                && contact.atMillis() <= to
                && GreatCircle.nauticalMiles(
                                contact.place(),
                                new Place(where.latitudeDegrees(), where.longitudeDegrees()))
                        <= where.radiusDegrees() * 60;
    }

    /// The first that can be her under another number. Without both lengths nothing is said.
    private @Nullable Integer switchedTo(SilenceNote.Found found) {
        var start = found.told().start();
        var length = lengths.apply(found.mmsi());
        if (length == null || length == 0) {
            return null;
        }
        long area =
                cells.areaOf(
                        cells.cellOf(
                                start.place().latitudeDegrees(), start.place().longitudeDegrees()));
        long until = start.atMillis() + config.switchWithin().toMillis();
        for (var appeared : appearances.between(area, start.atMillis(), until)) {
            var other = lengths.apply(appeared.mmsi());
            if (appeared.mmsi() != found.mmsi()
                    && other != null
                    && Math.abs(other - length) <= config.switchLengthTolerance() * length
                    && isWithinReach(start, appeared.contact())) {
                return appeared.mmsi();
            }
        }
        return null;
    }

    private boolean isWithinReach(Contact start, Contact other) {
        double hours = (other.atMillis() - start.atMillis()) / MILLIS_PER_HOUR;
        return GreatCircle.lowerBoundNauticalMiles(start.place(), other.place())
                <= config.travelSpeedKnots() * hours + TOLERANCE_NAUTICAL_MILES;
    }
}
