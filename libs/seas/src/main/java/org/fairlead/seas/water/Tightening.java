package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;

/// Pulls a way over cells tight around the land, as one pulls a string.
final class Tightening {

    /// How far before and behind a corner a round looks, in nautical miles: first the size of a
    /// coarse cell, then finer.
    private static final double[] ROUNDS = {30, 15, 8, 4, 2, 1, 0.5};

    /// Halvings that find how far a corner can be cut: to a hundredth.
    private static final int HALVINGS = 6;

    private final Sight sight;

    Tightening(Sight sight) {
        this.sight = sight;
    }

    /// @param ashoreFrom miles from the first place in which land does not matter
    List<Place> tightened(List<Place> way, double ashoreFrom, double ashoreTo) {
        List<Place> best = pulled(way, ashoreFrom, ashoreTo);
        for (double miles : ROUNDS) {
            best = pulled(cut(best, miles), ashoreFrom, ashoreTo);
        }
        return best;
    }

    /// Cuts every corner off as far as the land allows.
    private List<Place> cut(List<Place> way, double miles) {
        var points = new ArrayList<Place>();
        points.add(way.getFirst());
        for (int at = 1; at + 1 < way.size(); at++) {
            Place corner = way.get(at);
            Place before = towards(corner, way.get(at - 1), miles);
            Place behind = towards(corner, way.get(at + 1), miles);
            points.add(before);
            // The way over the corner itself stays possible where a leg leads to a quay on land.
            points.add(isOver(before, corner, behind) ? inner(before, corner, behind) : corner);
            points.add(behind);
        }
        points.add(way.getLast());
        return points;
    }

    private static Place towards(Place corner, Place other, double miles) {
        var arc = new Arc(corner, other);
        return arc.at(Math.min(miles, arc.nauticalMiles() / 2));
    }

    private Place inner(Place before, Place corner, Place behind) {
        var chord = new Arc(before, behind);
        var inward = new Arc(corner, chord.at(chord.nauticalMiles() / 2));
        Place best = corner;
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double share = (low + high) / 2;
            Place tried = inward.at(share * inward.nauticalMiles());
            if (isOver(before, tried, behind)) {
                best = tried;
                low = share;
            } else {
                high = share;
            }
        }
        return best;
    }

    private boolean isOver(Place before, Place corner, Place behind) {
        return sight.isClear(before, corner) && sight.isClear(corner, behind);
    }

    /// From each corner on to the farthest point in sight, found by doubling steps and halving the
    /// last one.
    private List<Place> pulled(List<Place> way, double ashoreFrom, double ashoreTo) {
        int last = way.size() - 1;
        var corners = new ArrayList<Place>();
        corners.add(way.getFirst());
        int at = 0;
        while (at < last) {
            int seen = at + 1;
            int step = 1;
            while (seen < last) {
                int tried = Math.min(last, seen + step);
                if (!isClear(way, at, tried, ashoreFrom, ashoreTo)) {
                    break;
                }
                seen = tried;
                step *= 2;
            }
            // The whole step has just failed, or led to the end.
            for (step /= 2; step >= 1; step /= 2) {
                if (seen + step <= last && isClear(way, at, seen + step, ashoreFrom, ashoreTo)) {
                    seen += step;
                }
            }
            corners.add(way.get(seen));
            at = seen;
        }
        return corners;
    }

    private boolean isClear(List<Place> way, int from, int to, double ashoreFrom, double ashoreTo) {
        return sight.isClear(
                way.get(from),
                way.get(to),
                from == 0 ? ashoreFrom : 0,
                to == way.size() - 1 ? ashoreTo : 0);
    }
}
