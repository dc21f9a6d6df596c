package org.fairlead.ais.loitering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.fairlead.ais.finding.Evidence;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Kept;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Loitering;
import org.jspecify.annotations.Nullable;

/// Ships whose mean speed over an hour is low, away from ports: takes the samples of one ship in
/// order. A ship that says she lies at anchor does not loiter.
public final class LoiteringRule {

    private static final long HOUR_MILLIS = 3_600_000L;

    private final int mmsi;
    private final LoiteringConfig config;
    private final Predicate<Sample> isNearPort;
    private final List<Finding> ended = new ArrayList<>();
    private final ArrayDeque<Sample> hour = new ArrayDeque<>();
    private final Kept slow = new Kept();
    private double slowMiles;
    private @Nullable Sample lastSlow;
    private boolean isLoitering;

    /// As it was when it became worth telling, so that it does not depend on when it is asked for.
    private @Nullable Finding opened;

    public LoiteringRule(int mmsi, LoiteringConfig config, Predicate<Sample> isNearPort) {
        this.mmsi = mmsi;
        this.config = config;
        this.isNearPort = isNearPort;
    }

    /// @return whether what holds may have changed
    public boolean accept(Sample sample) {
        var before = hour.peekLast();
        boolean isBroken =
                before != null
                        && sample.atMillis() - before.atMillis() > config.bridged().toMillis();
        boolean isOut = isOut(sample);
        if (isBroken || isOut) {
            boolean isChanged = end();
            hour.clear();
            if (isOut) {
                return isChanged;
            }
        }
        hour.addLast(sample);
        while (hour.size() > 2 && second(hour).atMillis() <= sample.atMillis() - HOUR_MILLIS) {
            hour.removeFirst();
        }
        if (sample.atMillis() - hour.getFirst().atMillis() < HOUR_MILLIS) {
            return false;
        }
        if (isSlow()) {
            if (!isLoitering) {
                isLoitering = true;
                hour.forEach(this::addSlow);
            } else {
                addSlow(sample);
            }
            return open();
        }
        return end();
    }

    private boolean isOut(Sample sample) {
        return sample.isSaidToLie() || isNearPort.test(sample);
    }

    private static Sample second(ArrayDeque<Sample> samples) {
        var each = samples.iterator();
        each.next();
        return each.next();
    }

    private boolean end() {
        boolean was = isLoitering;
        if (was && isKept()) {
            ended.add(finding(false));
        }
        isLoitering = false;
        slow.clear();
        slowMiles = 0;
        lastSlow = null;
        opened = null;
        return was;
    }

    /// @return whether there is news
    private boolean open() {
        boolean isLong = lasted() >= config.longFrom().toMillis();
        var before = opened;
        boolean isNews = before == null || (isLong && !((Loitering) before.details()).isLong());
        if (isKept() && isNews) {
            opened = finding(true);
            return true;
        }
        return false;
    }

    /// Her way over ground is no shorter than from its begin to its end: that alone tells of most
    /// ships that they are not slow.
    private boolean isSlow() {
        var first = hour.getFirst();
        var last = hour.getLast();
        return first.nauticalMilesTo(last) < config.belowKnots() * last.hoursSince(first)
                && meanKnots(hour) < config.belowKnots();
    }

    /// The hour's mean rises late: what is fast already is no longer part of it.
    private void addSlow(Sample sample) {
        var before = lastSlow;
        if (before != null) {
            if (sample.impliedKnotsFrom(before) >= 2 * config.belowKnots()) {
                return;
            }
            slowMiles += before.nauticalMilesTo(sample);
        }
        lastSlow = sample;
        slow.add(sample);
    }

    private boolean isKept() {
        return lasted() >= config.keptFrom().toMillis();
    }

    private long lasted() {
        return slow.last().atMillis() - slow.first().atMillis();
    }

    public List<Finding> findings() {
        var all = new ArrayList<>(ended);
        if (opened != null) {
            all.add(opened);
        }
        return all;
    }

    private Finding finding(boolean isOpen) {
        var first = slow.first();
        var last = slow.last();
        boolean isLong = lasted() >= config.longFrom().toMillis();
        double hours = last.hoursSince(first);
        var details =
                new Loitering(
                        isLong,
                        rounded(slowMiles / Math.max(1e-9, hours)),
                        rounded(first.nauticalMilesTo(last)));
        return new Finding(
                Finding.idOf("loitering", mmsi, first.atMillis()),
                mmsi,
                List.of(),
                first.position(),
                isOpen ? null : last.position(),
                isOpen,
                details,
                isOpen ? "open " + isLong : "ended " + isLong + last.atMillis(),
                String.format(
                        Locale.ROOT,
                        "Slower than %.0f knots for %.1f hours, away from any port.",
                        config.belowKnots(),
                        hours),
                Evidence.isSynthetic(slow.all()),
                Evidence.sources(slow.all()),
                Map.of(
                        "ais.loitering.below-knots", Double.toString(config.belowKnots()),
                        "ais.loitering.kept-from", config.keptFrom().toString(),
                        "ais.loitering.long-from", config.longFrom().toString(),
                        "ais.loitering.from-port-kilometres",
                                Double.toString(config.fromPortKilometres())),
                Evidence.of(mmsi, slow.all()));
    }

    /// Over ground, by the way between the samples.
    private static double meanKnots(ArrayDeque<Sample> samples) {
        double miles = 0;
        @Nullable Sample before = null;
        for (Sample sample : samples) {
            miles += before == null ? 0 : before.nauticalMilesTo(sample);
            before = sample;
        }
        return miles / samples.getLast().hoursSince(samples.getFirst());
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
