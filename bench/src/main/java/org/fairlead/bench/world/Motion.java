package org.fairlead.bench.world;

/// Where a ship is and how it moves, filled in anew for each report.
final class Motion {

    double latitude;
    double longitude;
    double knots;
    double course;
    double heading;
    double turnDegreesPerMinute;

    /// As in messages 1 to 3: 0 under way, 1 at anchor, 5 moored, 7 fishing.
    int status;
}
