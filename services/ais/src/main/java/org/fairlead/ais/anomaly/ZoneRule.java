package org.fairlead.ais.anomaly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.ais.finding.Evidence;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.ActivityDetails.Circling;
import org.fairlead.contracts.ais.ActivityDetails.Cloning;
import org.fairlead.contracts.ais.ActivityDetails.PositionZone;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;
import org.jspecify.annotations.Nullable;

/// Says of several ships whose positions cannot be, near each other at one time, that it is the
/// area and not the ships: a pure step over what is known of one cell and its neighbours.
public final class ZoneRule {

    /// Cells of one degree, so that a zone and what surrounds it lie in two at most each way.
    private static final double DEGREES_PER_CELL = 1.0;

    private static final int COLUMNS = 360;

    private static final Comparator<Activity> OLDEST_FIRST =
            Comparator.comparing(Activity::from).thenComparing(Activity::id);

    private final AnomalyConfig config;

    public ZoneRule(AnomalyConfig config) {
        this.config = config;
    }

    public static boolean isOfZones(ActivityDetails details) {
        return details instanceof Teleport
                || details instanceof Cloning
                || details instanceof Circling;
    }

    /// The cell that speaks of what begins here.
    public static int homeOf(ReportedPosition start) {
        return cell(start.latitudeDegrees(), start.longitudeDegrees());
    }

    /// Every cell that must know of what begins here, its home among them.
    public List<Integer> cellsOf(ReportedPosition start) {
        var cells = new TreeSet<Integer>();
        double reach = config.zoneDegrees();
        for (double north : new double[] {-reach, 0, reach}) {
            for (double east : new double[] {-reach, 0, reach}) {
                cells.add(
                        cell(
                                Math.max(-90, Math.min(90, start.latitudeDegrees() + north)),
                                start.longitudeDegrees() + east));
            }
        }
        return List.copyOf(cells);
    }

    private static int cell(double latitude, double longitude) {
        return (int) Math.floor((latitude + 90) / DEGREES_PER_CELL) * COLUMNS
                + Math.floorMod((int) Math.floor(longitude / DEGREES_PER_CELL), COLUMNS);
    }

    /// An anomaly with what is asked of it again and again: of hundreds in one place each is held
    /// against each.
    private record Spot(
            Activity activity, int home, int mmsi, double latitude, double longitude, long millis) {

        static Spot of(Activity activity) {
            var start = ZoneRule.start(activity);
            return new Spot(
                    activity,
                    homeOf(start),
                    ZoneRule.mmsi(activity),
                    start.latitudeDegrees(),
                    start.longitudeDegrees(),
                    activity.from().toEpochMilli());
        }
    }

    /// What one cell tells: its own anomalies, each attributed, and its zone if there is one.
    ///
    /// @param known anomalies that begin in the cell or within reach of it, none of them retracted
    public List<Finding> on(int cell, List<Activity> known) {
        var spots = known.stream().sorted(OLDEST_FIRST).map(Spot::of).toList();
        var inZone = new BitSet(spots.size());
        var ofArea = new HashSet<UUID>();
        for (int i = 0; i < spots.size(); i++) {
            if (spots.get(i).home() != cell) {
                continue;
            }
            var around = around(spots.get(i), spots);
            if (isOfManyShips(around, spots)) {
                inZone.or(around);
                ofArea.add(spots.get(i).activity().id());
            }
        }
        var told = new ArrayList<Finding>();
        var zoneOf = new HashMap<UUID, UUID>();
        for (List<Activity> members : parted(inZone, spots)) {
            var zone = zone(cell, members);
            told.add(zone);
            members.forEach(one -> zoneOf.put(one.id(), zone.id()));
        }
        for (Spot spot : spots) {
            var one = spot.activity();
            if (spot.home() == cell) {
                told.add(attributed(one, ofArea.contains(one.id()) ? zoneOf.get(one.id()) : null));
            }
        }
        return told;
    }

    /// Which of the list are near one, itself among them.
    private BitSet around(Spot one, List<Spot> spots) {
        var around = new BitSet(spots.size());
        for (int i = 0; i < spots.size(); i++) {
            around.set(i, isNear(one, spots.get(i)));
        }
        return around;
    }

    private boolean isNear(Spot a, Spot b) {
        double east = Math.abs(a.longitude() - b.longitude());
        return Math.abs(a.millis() - b.millis()) <= config.zoneWithin().toMillis()
                && Math.abs(a.latitude() - b.latitude()) <= config.zoneDegrees()
                && Math.min(east, 360 - east) <= config.zoneDegrees();
    }

    private boolean isOfManyShips(BitSet some, List<Spot> spots) {
        var ships = new HashSet<Integer>();
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            ships.add(spots.get(i).mmsi());
            if (ships.size() >= config.zoneShips()) {
                return true;
            }
        }
        return false;
    }

    /// Anomalies begin with a report.
    private static ReportedPosition start(Activity one) {
        return Objects.requireNonNull(one.start());
    }

    private static int mmsi(Activity one) {
        return Integer.parseInt(Objects.requireNonNull(one.vessel()).mmsi());
    }

    /// Zones of one cell at other times are other zones.
    private List<List<Activity>> parted(BitSet inZone, List<Spot> spots) {
        var zones = new ArrayList<List<Activity>>();
        Instant last = Instant.MIN;
        for (int i = inZone.nextSetBit(0); i >= 0; i = inZone.nextSetBit(i + 1)) {
            var one = spots.get(i).activity();
            if (zones.isEmpty() || last.plus(config.zoneWithin()).isBefore(one.from())) {
                zones.add(new ArrayList<>());
            }
            zones.getLast().add(one);
            last = one.from();
        }
        return zones;
    }

    private Finding zone(int cell, List<Activity> members) {
        var first = members.getFirst();
        var last = members.getLast();
        var ships = members.stream().map(ZoneRule::mmsi).distinct().sorted().toList();
        double base = start(first).longitudeDegrees();
        double latitude =
                members.stream()
                        .mapToDouble(one -> start(one).latitudeDegrees())
                        .average()
                        .orElse(0);
        double longitude =
                base
                        + members.stream()
                                .mapToDouble(one ->
                                        Math.IEEEremainder(
                                                start(one).longitudeDegrees() - base, 360))
                                .average()
                                .orElse(0);
        var fixes = new ArrayList<ReportedFix>();
        members.forEach(
                one -> fixes.addAll(one.fixes().subList(0, Math.min(1, one.fixes().size()))));
        return new Finding(
                Finding.idOf("position-zone", cell, first.from().toEpochMilli()),
                null,
                ships,
                start(first),
                start(last),
                false,
                new PositionZone(
                        Math.round(latitude * 1e4) / 1e4,
                        Math.round(Math.IEEEremainder(longitude, 360) * 1e4) / 1e4,
                        config.zoneDegrees(),
                        ships.size(),
                        members.stream().map(Activity::id).toList()),
                "zone " + members.stream().map(Activity::id).sorted().toList(),
                String.format(
                        Locale.ROOT,
                        "Positions of %d ships within %.1f° cannot be, within %d hours: it is"
                                + " attributed to the area.",
                        ships.size(),
                        config.zoneDegrees(),
                        config.zoneWithin().toHours()),
                members.stream().anyMatch(Activity::synthetic),
                members.stream()
                        .flatMap(one -> one.sources().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Map.of(
                        "ais.anomaly.zone-ships", Integer.toString(config.zoneShips()),
                        "ais.anomaly.zone-degrees", Double.toString(config.zoneDegrees()),
                        "ais.anomaly.zone-within", config.zoneWithin().toString()),
                Evidence.thinned(fixes));
    }

    /// @param zoneId null where it is the ship and not the area
    private static Finding attributed(Activity one, @Nullable UUID zoneId) {
        String attribution = zoneId == null ? "ship" : "area";
        var details =
                switch (one.details()) {
                    case Teleport t ->
                            new Teleport(
                                    t.distanceNauticalMiles(),
                                    t.intervalMinutes(),
                                    t.impliedSpeedKnots(),
                                    attribution,
                                    zoneId);
                    case Cloning c ->
                            new Cloning(
                                    c.overlapMinutes(),
                                    c.distanceNauticalMiles(),
                                    c.other(),
                                    attribution,
                                    zoneId);
                    case Circling c ->
                            new Circling(
                                    c.centreLatitudeDegrees(),
                                    c.centreLongitudeDegrees(),
                                    c.radiusNauticalMiles(),
                                    c.radiusVariation(),
                                    c.turns(),
                                    attribution,
                                    zoneId);
                    default -> one.details();
                };
        boolean isOpen = one.state() == Activity.State.OPEN;
        return new Finding(
                one.id(),
                mmsi(one),
                List.of(),
                start(one),
                one.end(),
                isOpen,
                details,
                attribution + zoneId + one.version() + one.state(),
                zoneId == null
                        ? one.reason()
                        : one.reason()
                                + " Ships near her show the same: it is attributed to the area.",
                one.synthetic(),
                one.sources(),
                one.parameters(),
                one.fixes());
    }
}
