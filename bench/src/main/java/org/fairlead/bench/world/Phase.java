package org.fairlead.bench.world;

import org.fairlead.seas.distance.Place;

/// One thing a ship does for a while; where it is can be told for any moment of it.
///
/// @param from and to in milliseconds since 1970
/// @param atStart and `atEnd`: how far off the line it begins and ends, where it lay or will lie
/// @param route sailed from mile `startMile` to mile `endMile`; for all else the short line or the
///   point `place` about which it swings, drifts or fishes
record Phase(
        Kind kind,
        long from,
        long to,
        Route route,
        double startMile,
        double endMile,
        double knots,
        double lane,
        Place place,
        double radiusMiles,
        double angle,
        Offset atStart,
        Offset atEnd) {

    /// Miles off the line or place.
    record Offset(double north, double east) {

        static final Offset NONE = new Offset(0, 0);

        static Offset of(double bearing, double miles) {
            double radians = Math.toRadians(bearing);
            return new Offset(miles * Math.cos(radians), miles * Math.sin(radians));
        }
    }

    enum Kind {
        SAILING,
        MOORED,
        ANCHORED,
        DRIFTING,
        FISHING
    }

    private static final Route NOWHERE =
            new Route(java.util.List.of(new Place(0, 0), new Place(0, 0.1)));
    private static final Place NO_PLACE = new Place(0, 0);
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double SLOW_MILES = 3;
    private static final double OFFSET_FADES_OVER_MILES = 10;
    private static final double FISHING_KNOTS = 3.2;

    /// Half speed over the first and last three miles.
    static Phase sailing(
            long from,
            Route route,
            double startMile,
            double endMile,
            double knots,
            double lane,
            Offset atStart,
            Offset atEnd) {
        double miles = Math.abs(endMile - startMile);
        double hours = (miles + 2 * slowMiles(miles)) / knots;
        return new Phase(
                Kind.SAILING,
                from,
                from + Math.max(1_000, (long) (hours * MILLIS_PER_HOUR)),
                route,
                startMile,
                endMile,
                knots,
                lane,
                NO_PLACE,
                0,
                0,
                atStart,
                atEnd);
    }

    private static double slowMiles(double miles) {
        return Math.min(SLOW_MILES, miles / 4);
    }

    static long sailingMillis(double miles, double knots) {
        return (long) ((miles + 2 * slowMiles(miles)) / knots * MILLIS_PER_HOUR);
    }

    /// @param angle where the ship lies or swings, degrees
    static Phase at(Kind kind, long from, long to, Place place, double radiusMiles, double angle) {
        return new Phase(
                kind,
                from,
                Math.max(to, from + 1_000),
                NOWHERE,
                0,
                0,
                0,
                0,
                place,
                radiusMiles,
                angle,
                Offset.NONE,
                Offset.NONE);
    }

    void at(long millis, Motion into) {
        double hours = (millis - from) / MILLIS_PER_HOUR;
        into.turnDegreesPerMinute = 0;
        switch (kind) {
            case SAILING -> sail(hours, into);
            case MOORED -> {
                lieAt(place, into);
                into.course = angle;
                into.heading = angle;
                into.status = 5;
            }
            case ANCHORED -> swing(hours, into);
            case DRIFTING -> drift(hours, into);
            case FISHING -> fish(hours, into);
        }
    }

    private void sail(double hours, Motion into) {
        double miles = Math.abs(endMile - startMile);
        double slow = slowMiles(miles);
        double slowHours = slow / (knots / 2);
        double fastHours = (miles - 2 * slow) / knots;
        double made;
        if (hours < slowHours) {
            made = hours * knots / 2;
            into.knots = knots / 2;
        } else if (hours < slowHours + fastHours) {
            made = slow + (hours - slowHours) * knots;
            into.knots = knots;
        } else {
            made = miles - slow + (hours - slowHours - fastHours) * knots / 2;
            into.knots = knots / 2;
        }
        boolean isBackwards = endMile < startMile;
        double mile = startMile + (isBackwards ? -made : made);
        route.at(mile, lane, isBackwards, into);
        double fade = Math.min(OFFSET_FADES_OVER_MILES, Math.max(miles / 2, 1e-6));
        shift(atStart, 1 - made / fade, into);
        shift(atEnd, 1 - (miles - made) / fade, into);
        into.heading = into.course;
        into.status = 0;
    }

    private static void shift(Offset offset, double share, Motion into) {
        if (share > 0) {
            double all = Math.min(1, share);
            into.longitude = Geometry.east(into.latitude, into.longitude, offset.east() * all);
            into.latitude = Geometry.north(into.latitude, offset.north() * all);
        }
    }

    private static void lieAt(Place place, Motion into) {
        into.latitude = place.latitudeDegrees();
        into.longitude = place.longitudeDegrees();
        into.knots = 0;
    }

    /// Swings about the anchor with the tide.
    private void swing(double hours, Motion into) {
        double bearing = angle + 160 * Math.sin(hours * Math.PI / 6.2);
        lieAt(place, into);
        offset(bearing, radiusMiles, into);
        into.course = Geometry.course(bearing);
        into.heading = Geometry.course(bearing + 180);
        into.knots = 0.1;
        into.status = 1;
    }

    /// With a current of up to a knot that turns slowly.
    private void drift(double hours, Motion into) {
        double turn = Math.PI / 6.2;
        double knots = 0.6;
        double along = knots / turn * Math.sin(hours * turn);
        double across = knots / turn * (1 - Math.cos(hours * turn)) * 0.3;
        lieAt(place, into);
        double set = Math.toRadians(currentOf(place));
        double north = along * Math.cos(set) - across * Math.sin(set);
        double east = along * Math.sin(set) + across * Math.cos(set);
        into.latitude = Geometry.north(into.latitude, north);
        into.longitude = Geometry.east(into.latitude, into.longitude, east);
        offset(angle, radiusMiles, into);
        into.knots = 0.3 + knots * Math.abs(Math.cos(hours * turn)) / 2;
        into.course = Geometry.course(Math.toDegrees(set) + (Math.cos(hours * turn) < 0 ? 180 : 0));
        into.heading = Geometry.course(angle + 90);
        into.status = 0;
    }

    /// The same for all ships that drift about one place, so that ships alongside stay alongside.
    private static double currentOf(Place place) {
        return Math.floorMod(Dice.mix(Double.doubleToLongBits(place.latitudeDegrees())), 360L);
    }

    /// Figures of eight over the ground, never straight for long; each ends where it began.
    private void fish(double hours, Motion into) {
        double w = FISHING_KNOTS / radiusMiles;
        double height = radiusMiles * 0.6;
        double vx = radiusMiles * w * Math.cos(w * hours);
        double vy = height * 2 * w * Math.cos(2 * w * hours);
        lieAt(place, into);
        into.latitude = Geometry.north(into.latitude, height * Math.sin(2 * w * hours));
        into.longitude =
                Geometry.east(into.latitude, into.longitude, radiusMiles * Math.sin(w * hours));
        into.knots = Math.hypot(vx, vy);
        into.course = Geometry.course(Math.toDegrees(Math.atan2(vx, vy)));
        into.heading = into.course;
        into.status = 7;
    }

    static long figureOfEightMillis(double radiusMiles) {
        return (long) (2 * Math.PI * radiusMiles / FISHING_KNOTS * MILLIS_PER_HOUR);
    }

    private static void offset(double bearing, double miles, Motion into) {
        double radians = Math.toRadians(bearing);
        into.longitude = Geometry.east(into.latitude, into.longitude, miles * Math.sin(radians));
        into.latitude = Geometry.north(into.latitude, miles * Math.cos(radians));
    }
}
