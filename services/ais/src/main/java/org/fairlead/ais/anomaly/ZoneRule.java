package org.fairlead.ais.anomaly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /// What one cell tells: its own anomalies, each attributed, and its zone if there is one.
    ///
    /// @param known anomalies that begin in the cell or within reach of it, none of them retracted
    public List<Finding> on(int cell, List<Activity> known) {
        var sorted = known.stream().sorted(OLDEST_FIRST).toList();
        var told = new ArrayList<Finding>();
        var inZone = new LinkedHashSet<Activity>();
        var ofArea = new HashSet<UUID>();
        for (Activity one : sorted) {
            if (homeOf(start(one)) != cell) {
                continue;
            }
            var around = around(one, sorted);
            if (ships(around) >= config.zoneShips()) {
                inZone.addAll(around);
                ofArea.add(one.id());
            }
        }
        for (List<Activity> zone : parted(List.copyOf(inZone))) {
            told.add(zone(cell, zone));
        }
        for (Activity one : sorted) {
            if (homeOf(start(one)) == cell) {
                told.add(attributed(one, told, ofArea.contains(one.id())));
            }
        }
        return told;
    }

    private List<Activity> around(Activity one, List<Activity> known) {
        return known.stream().filter(other -> isNear(one, other)).toList();
    }

    private boolean isNear(Activity a, Activity b) {
        long apart = Math.abs(a.from().toEpochMilli() - b.from().toEpochMilli());
        if (apart > config.zoneWithin().toMillis()) {
            return false;
        }
        double north = Math.abs(start(a).latitudeDegrees() - start(b).latitudeDegrees());
        return north <= config.zoneDegrees()
                && Math.abs(
                                Math.IEEEremainder(
                                        start(a).longitudeDegrees() - start(b).longitudeDegrees(),
                                        360))
                        <= config.zoneDegrees();
    }

    private static long ships(List<Activity> some) {
        return some.stream().map(ZoneRule::mmsi).distinct().count();
    }

    /// Anomalies begin with a report.
    private static ReportedPosition start(Activity one) {
        return Objects.requireNonNull(one.start());
    }

    private static int mmsi(Activity one) {
        return Integer.parseInt(Objects.requireNonNull(one.vessel()).mmsi());
    }

    /// Zones of one cell at other times are other zones.
    private List<List<Activity>> parted(List<Activity> inZone) {
        var sorted = inZone.stream().sorted(OLDEST_FIRST).toList();
        var zones = new ArrayList<List<Activity>>();
        Instant last = Instant.MIN;
        for (Activity one : sorted) {
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

    private static Finding attributed(Activity one, List<Finding> told, boolean isOfArea) {
        var zone =
                told.stream()
                        .filter(finding ->
                                finding.details() instanceof PositionZone there
                                        && there.activityIds().contains(one.id()))
                        .findFirst();
        String attribution = isOfArea && zone.isPresent() ? "area" : "ship";
        var zoneId = isOfArea ? zone.map(Finding::id).orElse(null) : null;
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
