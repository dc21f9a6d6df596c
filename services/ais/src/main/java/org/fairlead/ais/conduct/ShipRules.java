package org.fairlead.ais.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.ais.anomaly.CircleRule;
import org.fairlead.ais.anomaly.StrandRule;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.loitering.LoiteringRule;
import org.fairlead.ais.portcall.VisitRule;
import org.fairlead.ais.sample.Sample;
import org.jspecify.annotations.Nullable;

/// All rules that look at one ship, on her samples in order: first it is told which of them one
/// ship can have sent, then each such strand is looked at for itself.
final class ShipRules {

    private static final int MOST_STRANDS = 16;

    private final int mmsi;
    private final RuleSet settings;
    private final Trade trade;
    private final StrandRule strands;
    private final Map<Object, OfStrand> byStrand = new IdentityHashMap<>();
    private final List<OfStrand> inOrder = new ArrayList<>();
    private final Map<UUID, Finding> kept = new LinkedHashMap<>();
    private Instant newest = Instant.EPOCH;

    /// Samples of tracks whose begin nobody can have sailed to.
    private final Set<Sample> displaced = new HashSet<>();

    private static final class OfStrand {
        final Object strand;
        final boolean isDisplaced;
        final VisitRule visits;
        final LoiteringRule loitering;
        final CircleRule circles;
        int samples;

        OfStrand(Object strand, boolean isDisplaced, int mmsi, RuleSet settings) {
            this.strand = strand;
            this.isDisplaced = isDisplaced;
            visits = new VisitRule(mmsi, settings.portCall(), settings.harbours());
            loitering =
                    new LoiteringRule(mmsi, settings.loitering(), settings::isNearPortForLoitering);
            circles = new CircleRule(mmsi, settings.anomaly());
        }

        boolean accept(Sample sample) {
            samples++;
            boolean isChanged = visits.accept(sample);
            isChanged |= loitering.accept(sample);
            isChanged |= circles.accept(sample);
            return isChanged;
        }

        List<Finding> findings(boolean isAtTrade, Instant heardUntil) {
            var all = new ArrayList<>(visits.findings(heardUntil));
            if (!isAtTrade && !isDisplaced) {
                all.addAll(loitering.findings());
            }
            all.addAll(circles.findings());
            return all;
        }
    }

    ShipRules(int mmsi, RuleSet settings, Trade trade) {
        this.mmsi = mmsi;
        this.settings = settings;
        this.trade = trade;
        this.strands = new StrandRule(mmsi, settings.anomaly());
    }

    /// @return whether what holds may have changed
    boolean accept(Sample sample) {
        newest = sample.at();
        var placed = strands.accept(sample);
        var rules = byStrand.get(placed.strand());
        if (rules == null) {
            rules = new OfStrand(placed.strand(), placed.isDisplaced(), mmsi, settings);
            byStrand.put(placed.strand(), rules);
            inOrder.add(rules);
            if (inOrder.size() > MOST_STRANDS) {
                var oldest = inOrder.removeFirst();
                byStrand.remove(oldest.strand);
                findings(oldest, sample.at()).forEach(one -> kept.put(one.id(), one));
            }
        }
        if (placed.isDisplaced()) {
            displaced.add(sample);
        }
        boolean isChanged = rules.accept(sample);
        return isChanged || placed.isChanged();
    }

    /// A few reports elsewhere are noise, and nothing is said of them; unless there is nothing
    /// else.
    private List<Finding> findings(OfStrand rules, Instant heardUntil) {
        boolean isNoise =
                rules.samples < settings.anomaly().raisedAfter()
                        && !rules.equals(inOrder.getFirst());
        return isNoise ? List.of() : rules.findings(isAtTrade(), heardUntil);
    }

    /// Samples at which she was not, as far as is known.
    Set<Sample> displaced() {
        return displaced;
    }

    private boolean isAtTrade() {
        return trade != Trade.OTHER;
    }

    /// @param heardUntil how far the source has come that heard her last
    List<Finding> findings(Instant heardUntil) {
        var until = heardUntil.isBefore(newest) ? newest : heardUntil;
        var all = new LinkedHashMap<>(kept);
        strands.findings().forEach(one -> all.put(one.id(), one));
        for (OfStrand rules : inOrder) {
            findings(rules, until).forEach(one -> all.put(one.id(), one));
        }
        return List.copyOf(all.values());
    }

    /// When a visit that goes on ends, unless something is heard of her before; absent without one.
    @Nullable Instant losesSightAt() {
        @Nullable Instant first = null;
        for (OfStrand rules : inOrder) {
            var at = rules.visits.losesSightAt();
            first = at != null && (first == null || at.isBefore(first)) ? at : first;
        }
        return first;
    }
}
