package org.fairlead.ais.anomaly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fairlead.ais.finding.Evidence;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Cloning;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.jspecify.annotations.Nullable;

/// Parts the samples under one MMSI into strands that one ship can have sailed, and says what two
/// of them mean: a jump from one to the other (teleport), or both at the same time (cloning).
///
/// A few reports elsewhere are noise: a strand counts from [AnomalyConfig#raisedAfter] samples on.
public final class StrandRule {

    private static final String SHIP = "ship";
    private static final int MOST_ALIVE = 8;
    private static final int MOST_PAIRS = 16;

    /// Back, and there again.
    private static final int LEAST_SWITCHES = 2;

    private final int mmsi;
    private final AnomalyConfig config;
    private final List<Strand> alive = new ArrayList<>();

    /// Those that were dropped: she may come back to where one of them left her.
    private final List<Strand> idle = new ArrayList<>();

    private final Map<UUID, Finding> ended = new LinkedHashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private @Nullable Strand current;
    private int onCurrent;

    public StrandRule(int mmsi, AnomalyConfig config) {
        this.mmsi = mmsi;
        this.config = config;
    }

    /// One strand that began as a jump from another.
    private static final class Pair {
        final Strand before;
        final Strand jumped;
        final Sample from;

        boolean isOpen = true;

        /// As it was when it was found, so that it does not depend on when it is asked for.
        @Nullable Finding opened;

        /// Which of the two was heard last, and how often it has been the other one since the jump:
        /// who goes away and comes back once was never heard in two places at the same time.
        Strand lastHeard;

        int switches;

        /// The first few of the one that was there before, after the other had begun.
        final List<Sample> beforeGoesOn = new ArrayList<>();

        @Nullable Sample overlapFrom;
        @Nullable Sample overlapTo;
        @Nullable Sample elsewhere;

        Pair(Strand before, Strand jumped, Sample from) {
            this.before = before;
            this.jumped = jumped;
            this.lastHeard = jumped;
            this.from = from;
        }

        long overlapMillis() {
            return overlapFrom == null || overlapTo == null
                    ? 0
                    : overlapTo.atMillis() - overlapFrom.atMillis();
        }

        /// The begin of a pair never changes, and so what it is names the finding.
        boolean isOpenedAs(boolean cloning) {
            return opened != null && opened.details() instanceof Cloning == cloning;
        }
    }

    /// The strand a sample was put on.
    ///
    /// @param isNew whether it is the first of a strand
    /// @param isChanged whether what holds may have changed
    /// @param isDisplaced whether the strand began with a jump to where no earlier one leads: what
    ///   it says of her whereabouts is not to be believed, nor what follows from it
    public record Placed(Object strand, boolean isNew, boolean isChanged, boolean isDisplaced) {}

    public Placed accept(Sample sample) {
        dropIdle();
        var before = current;
        var strand = nearest(sample);
        boolean isNew = strand == null;
        if (strand == null) {
            strand = begin(before, sample);
        } else {
            strand.add(sample);
        }
        onCurrent = strand == before ? onCurrent + 1 : 1;
        current = strand;
        boolean isChanged = overlap(strand, sample) || isNew;
        for (Pair pair : pairs) {
            isChanged |= open(pair);
            // What a finding rests on is not yet complete.
            isChanged |= pair.jumped == strand && strand.count() <= Strand.HEAD;
            if (pair.isOpen && onCurrent >= config.loweredAfter()) {
                pair.isOpen = false;
                isChanged = true;
            }
        }
        return new Placed(strand, isNew, isChanged, strand.isDisplaced());
    }

    /// Years later she may be anywhere: only what was heard lately can be another track.
    private void dropIdle() {
        if (current != null) {
            long newest = current.last().atMillis();
            long idleBefore = newest - config.strandIdleAfter().toMillis();
            for (Strand one : List.copyOf(alive)) {
                if (one.last().atMillis() < idleBefore) {
                    alive.remove(one);
                    idle.add(one);
                }
            }
            long forgottenBefore = newest - config.strandReturnsWithin().toMillis();
            idle.removeIf(one -> one.last().atMillis() < forgottenBefore);
            while (idle.size() > MOST_ALIVE) {
                idle.removeFirst();
            }
        }
    }

    /// The strand from which she can have come here, by the lowest speed.
    private @Nullable Strand nearest(Sample sample) {
        Strand best = null;
        double lowest = Double.MAX_VALUE;
        for (Strand one : alive) {
            double knots = knots(one, sample);
            // At the same speed, as when both are within the doubt of a position, the nearer one.
            if (knots <= config.teleportAboveKnots()
                    && (best == null
                            || knots < lowest
                            || (knots == lowest && isNearer(one, best, sample)))) {
                best = one;
                lowest = knots;
            }
        }
        return best;
    }

    /// How fast she went at least, to come here from there.
    private double knots(Strand from, Sample to) {
        double miles =
                Math.max(0, from.last().nauticalMilesTo(to) - config.teleportNauticalMiles());
        return miles == 0 ? 0 : miles / from.hoursTo(to);
    }

    private boolean isReturn(Sample sample) {
        return idle.stream()
                .anyMatch(one ->
                        !one.isDisplaced() && knots(one, sample) <= config.teleportAboveKnots());
    }

    private static boolean isNearer(Strand one, Strand other, Sample sample) {
        return one.last().nauticalMilesTo(sample) < other.last().nauticalMilesTo(sample);
    }

    private Strand begin(@Nullable Strand before, Sample sample) {
        var from = before == null ? null : before.last();
        boolean isJump =
                from != null
                        && sample.atMillis() - from.atMillis()
                                <= config.teleportWithin().toMillis();
        var strand = new Strand(sample, isJump && !isReturn(sample));
        if (alive.size() == MOST_ALIVE) {
            alive.removeFirst();
        }
        alive.add(strand);
        if (before != null && from != null && isJump) {
            if (pairs.size() == MOST_PAIRS) {
                keep(pairs.removeFirst());
            }
            pairs.add(new Pair(before, strand, from));
        }
        return strand;
    }

    /// Both go on: one is heard again after the other was.
    ///
    /// @return whether it changed what is known of a pair
    private boolean overlap(Strand strand, Sample sample) {
        boolean isChanged = false;
        for (Pair pair : pairs) {
            if ((strand == pair.before || strand == pair.jumped) && strand != pair.lastHeard) {
                pair.lastHeard = strand;
                pair.switches++;
                isChanged = true;
            }
            if (strand == pair.before && pair.beforeGoesOn.size() < Strand.HEAD) {
                pair.beforeGoesOn.add(sample);
                isChanged = true;
            }
            var other = strand == pair.before ? pair.jumped : pair.before;
            boolean isOfPair = strand == pair.before || strand == pair.jumped;
            if (!isOfPair
                    || other.last().atMillis() <= pair.jumped.first().atMillis()
                            && other == pair.before) {
                continue;
            }
            pair.overlapFrom = pair.overlapFrom == null ? pair.jumped.first() : pair.overlapFrom;
            // Until the earlier of both ends both were heard.
            var to = other.last().atMillis() < sample.atMillis() ? other.last() : sample;
            if (pair.overlapTo == null || to.atMillis() > pair.overlapTo.atMillis()) {
                pair.overlapTo = to;
                pair.elsewhere = other.last();
                pair.isOpen = true;
                isChanged = true;
            }
        }
        return isChanged;
    }

    private void keep(Pair pair) {
        pair.isOpen = false;
        var finding = finding(pair);
        if (finding != null) {
            ended.put(finding.id(), finding);
        }
    }

    public List<Finding> findings() {
        var all = new LinkedHashMap<>(ended);
        for (Pair pair : pairs) {
            var finding = pair.isOpen ? pair.opened : finding(pair);
            if (finding != null) {
                all.put(finding.id(), finding);
            }
        }
        return List.copyOf(all.values());
    }

    /// Asked with each sample of every pair, and mostly nothing is new: so first what it would be.
    private boolean open(Pair pair) {
        if (!pair.isOpen || !isRaised(pair) || pair.isOpenedAs(isCloning(pair))) {
            return false;
        }
        pair.opened = finding(pair);
        return true;
    }

    private boolean isRaised(Pair pair) {
        return pair.jumped.count() >= config.raisedAfter();
    }

    private boolean isCloning(Pair pair) {
        return pair.switches >= LEAST_SWITCHES
                && pair.overlapMillis() >= config.cloningOverlaps().toMillis();
    }

    private @Nullable Finding finding(Pair pair) {
        if (!isRaised(pair)) {
            return null;
        }
        return isCloning(pair) ? cloning(pair, pair.overlapMillis()) : teleport(pair);
    }

    private Finding teleport(Pair pair) {
        var from = pair.from;
        var to = pair.jumped.first();
        double miles = from.nauticalMilesTo(to);
        double minutes = to.hoursSince(from) * 60;
        double knots = minutes == 0 ? miles * 3600 : miles / minutes * 60;
        var rested = rested(pair);
        return new Finding(
                Finding.idOf("teleport", mmsi, from.atMillis(), to.atMillis()),
                mmsi,
                List.of(),
                from.position(),
                to.position(),
                false,
                new Teleport(rounded(miles), rounded(minutes), rounded(knots), SHIP, null),
                "jump",
                String.format(
                        Locale.ROOT,
                        "%,.0f nautical miles in %.0f minutes.",
                        miles,
                        Math.max(1, minutes)),
                Evidence.isSynthetic(rested),
                Evidence.sources(rested),
                Map.of(
                        "ais.anomaly.teleport-above-knots",
                                Double.toString(config.teleportAboveKnots()),
                        "ais.anomaly.teleport-within", config.teleportWithin().toString(),
                        "ais.anomaly.raised-after", Integer.toString(config.raisedAfter()),
                        "ais.anomaly.lowered-after", Integer.toString(config.loweredAfter())),
                Evidence.of(mmsi, rested));
    }

    /// The report before the jump, and those that raised the flag.
    private List<Sample> rested(Pair pair) {
        var rested = new ArrayList<Sample>();
        rested.add(pair.from);
        pair.jumped.head().stream().limit(config.raisedAfter()).forEach(rested::add);
        return rested;
    }

    private Finding cloning(Pair pair, long overlapMillis) {
        boolean isOpen = pair.isOpen;
        var from = java.util.Objects.requireNonNull(pair.overlapFrom);
        var to = java.util.Objects.requireNonNull(pair.overlapTo);
        var other = java.util.Objects.requireNonNull(pair.elsewhere);
        var rested = new ArrayList<Sample>();
        rested.addAll(pair.beforeGoesOn);
        rested.addAll(pair.jumped.head());
        rested.sort(Sample.ORDER);
        double miles = pair.from.nauticalMilesTo(pair.jumped.first());
        double minutes = overlapMillis / 60_000.0;
        return new Finding(
                Finding.idOf("cloning", mmsi, pair.from.atMillis(), from.atMillis()),
                mmsi,
                List.of(),
                pair.from.position(),
                isOpen ? null : to.position(),
                isOpen,
                new Cloning(rounded(minutes), rounded(miles), other.position(), SHIP, null),
                isOpen ? "open" : "ended " + to.atMillis(),
                String.format(
                        Locale.ROOT,
                        "Two tracks under one MMSI, %,.0f nautical miles apart, for %.0f minutes.",
                        miles,
                        minutes),
                Evidence.isSynthetic(rested),
                Evidence.sources(rested),
                Map.of(
                        "ais.anomaly.cloning-overlaps", config.cloningOverlaps().toString(),
                        "ais.anomaly.teleport-above-knots",
                                Double.toString(config.teleportAboveKnots()),
                        "ais.anomaly.raised-after", Integer.toString(config.raisedAfter())),
                Evidence.of(mmsi, rested));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
