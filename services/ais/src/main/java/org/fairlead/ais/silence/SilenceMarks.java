package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.fairlead.ais.segment.Point;
import org.fairlead.ais.segment.SegmentConfig;
import org.fairlead.ais.segment.Segmenter;
import org.fairlead.seas.distance.GreatCircle;

/// What else is to be said of the silences that hold: whether she has come back for certain,
/// whether the ends are one ship's, whether she lay still.
final class SilenceMarks {

    /// One report out of place is not another ship.
    private static final int LEAST_OF_A_SHIP = 2;

    private static final int AT_ANCHOR = 1;
    private static final int MOORED = 5;

    private final SilenceConfig config;
    private final SegmentConfig segments;

    SilenceMarks(SilenceConfig config, SegmentConfig segments) {
        this.config = config;
        this.segments = segments;
    }

    void put(Presences presences, SortedMap<Long, Told> holding) {
        var inOrder = presences.inOrder();
        for (int i = 0; i < inOrder.size(); i++) {
            var before = inOrder.get(i);
            var told = holding.get(before.last().atMillis());
            if (told == null) {
                continue;
            }
            var after = i + 1 < inOrder.size() ? inOrder.get(i + 1).samples() : null;
            var marks =
                    new Told.Marks(
                            told.marks().isLong(),
                            reappearance(inOrder, i + 1, holding),
                            isMultiVessel(
                                    told,
                                    before.samples().last(),
                                    after == null ? List.of() : after.first()),
                            isStill(told, before.samples().last()),
                            0);
            holding.put(told.start().atMillis(), told.with(marks));
        }
    }

    private Told.Reappearance reappearance(
            List<Presence> inOrder, int i, SortedMap<Long, Told> holding) {
        if (i == inOrder.size()) {
            return Told.Reappearance.NONE;
        }
        var back = inOrder.get(i);
        if (back.lengthMillis() >= config.blipShorterThan().toMillis()) {
            return Told.Reappearance.CONFIRMED;
        }
        if (holding.containsKey(back.last().atMillis())) {
            return Told.Reappearance.BLIP;
        }
        return i + 1 == inOrder.size()
                ? Told.Reappearance.UNCONFIRMED
                : Told.Reappearance.CONFIRMED;
    }

    private boolean isMultiVessel(Told told, List<Contact> before, List<Contact> after) {
        if (isSeveral(before) || isSeveral(after) || isOutOfPlace(told.start(), before)) {
            return true;
        }
        var end = told.end();
        return end != null
                && (isOutOfPlace(end, after)
                        || !Segmenter.canFollow(told.start().point(), end.point(), segments));
    }

    private boolean isSeveral(List<Contact> samples) {
        return samples.size() >= 2 * LEAST_OF_A_SHIP
                && Segmenter.split(points(samples), segments).ofAtLeast(LEAST_OF_A_SHIP) > 1;
    }

    /// Whether all the others are of one ship and this is not.
    private boolean isOutOfPlace(Contact end, List<Contact> samples) {
        if (samples.size() <= LEAST_OF_A_SHIP) {
            return false;
        }
        var points = points(samples);
        if (!points.contains(end.point())) {
            points.add(end.point());
            points.sort(java.util.Comparator.comparingLong(Point::atMillis));
        }
        var found = Segmenter.split(points, segments).segmentOf();
        int own = found.get(points.indexOf(end.point()));
        return found.stream().filter(segment -> segment == own).count() < LEAST_OF_A_SHIP;
    }

    private static List<Point> points(List<Contact> samples) {
        var points = new ArrayList<Point>();
        samples.forEach(contact -> points.add(contact.point()));
        return points;
    }

    /// Moored, at anchor or without way for as long as is known, and not elsewhere afterwards.
    private boolean isStill(Told told, List<Contact> before) {
        var start = told.start();
        boolean says = start.status() == AT_ANCHOR || start.status() == MOORED;
        if (!isAtRest(start) || !(says || before.stream().allMatch(this::isAtRest))) {
            return false;
        }
        if (before.stream().anyMatch(contact -> isElsewhere(contact, start))) {
            return false;
        }
        return told.end() == null || !isElsewhere(told.end(), start);
    }

    private boolean isAtRest(Contact contact) {
        return contact.hasSpeed()
                ? contact.speedKnots() < config.layUpBelowKnots()
                : contact.status() == AT_ANCHOR || contact.status() == MOORED;
    }

    private boolean isElsewhere(Contact one, Contact other) {
        return GreatCircle.nauticalMiles(one.place(), other.place())
                > config.layUpWithinNauticalMiles();
    }
}
