package org.fairlead.ais.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// What was told, held against what holds: the difference is what is to be told next.
///
/// So the newest versions follow from the reports and not from the order in which they came, and a
/// report that comes twice changes nothing.
public final class Book {

    /// A bound against hostile input: a version forgotten could be told a second time.
    private static final int MOST = 2000;

    private static final Comparator<Activity> OLDEST_FIRST =
            Comparator.<Activity, Instant>comparing(activity -> activity.from())
                    .thenComparing(Activity::id);

    private final Map<UUID, Told> told = new LinkedHashMap<>();

    /// Of what held the last time. A rule hands over the same object while nothing changes, and
    /// most of what holds ended long ago.
    private Map<Finding, String> substances = new IdentityHashMap<>();

    public Book(Collection<Told> told) {
        told.forEach(one -> this.told.put(one.activity().id(), one));
    }

    public List<Told> entries() {
        return List.copyOf(told.values());
    }

    /// The newest version of what holds of a kind.
    public List<Activity> holding() {
        return told.values().stream()
                .filter(one -> !one.isRetracted())
                .map(Told::activity)
                .toList();
    }

    /// @param holding all that holds now
    /// @param settledBefore what began before this can no longer be judged and stays as it was told
    /// @param retraction why what no longer holds does not
    /// @param vessels who a transmitter is
    /// @return versions to publish, oldest start first
    public List<Activity> news(
            List<Finding> holding,
            Instant settledBefore,
            String retraction,
            IntFunction<VesselRef> vessels,
            Instant derivedAt) {
        return news(holding, settledBefore, retraction, vessels, derivedAt, Set.of());
    }

    /// @param later what was told of these stands for now: they have only grown
    public List<Activity> news(
            List<Finding> holding,
            Instant settledBefore,
            String retraction,
            IntFunction<VesselRef> vessels,
            Instant derivedAt,
            Set<UUID> later) {
        var news = new ArrayList<Activity>();
        var present = new LinkedHashMap<UUID, Finding>();
        var digests = new IdentityHashMap<Finding, String>();
        holding.forEach(finding -> present.put(finding.id(), finding));
        for (Finding finding : present.values()) {
            var before = told.get(finding.id());
            boolean isForLater =
                    before != null && !before.isRetracted() && later.contains(finding.id());
            if (isForLater) {
                continue;
            }
            var known = substances.get(finding);
            String substance = known == null ? substance(finding) : known;
            digests.put(finding, substance);
            if (before == null || before.isRetracted() || !before.substance().equals(substance)) {
                news.add(tell(finding, substance, before, vessels, derivedAt));
            }
        }
        substances = digests;
        for (Told one : entries()) {
            if (!present.containsKey(one.activity().id())
                    && !one.isRetracted()
                    && !one.activity().from().isBefore(settledBefore)) {
                news.add(retract(one, retraction, derivedAt));
            }
        }
        forget();
        news.sort(OLDEST_FIRST);
        return news;
    }

    private Activity tell(
            Finding finding,
            String substance,
            @Nullable Told before,
            IntFunction<VesselRef> vessels,
            Instant derivedAt) {
        int version = before == null ? 1 : before.activity().version() + 1;
        var activity =
                new Activity(
                        finding.id(),
                        version,
                        version == 1 ? null : version - 1,
                        finding.isOpen() ? Activity.State.OPEN : Activity.State.ENDED,
                        finding.vessel() == null ? null : vessels.apply(finding.vessel()),
                        finding.others().stream().map(vessels::apply).toList(),
                        finding.from(),
                        finding.to(),
                        finding.start(),
                        finding.end(),
                        finding.durationHours(),
                        finding.details(),
                        finding.reason(),
                        finding.synthetic(),
                        finding.sources(),
                        finding.parameters(),
                        finding.fixes(),
                        derivedAt);
        told.put(activity.id(), new Told(activity, substance));
        return activity;
    }

    /// What is news when it changes, short: the same text in every process. The fixes are part of
    /// it, so that what is told rests on the same ones in any order of arrival.
    private static String substance(Finding finding) {
        return OutboxEvent.idOf(
                        finding.substance(),
                        finding.isOpen(),
                        finding.from(),
                        String.valueOf(finding.to()),
                        finding.details(),
                        digest(finding.fixes()))
                .toString();
    }

    /// Of numbers, not of text: times written out would be most of the work. Hash codes of texts
    /// are the same in every process.
    private static long digest(List<ReportedFix> fixes) {
        long digest = fixes.size();
        for (ReportedFix fix : fixes) {
            digest = mixed(digest, fix.mmsi().hashCode());
            digest = mixed(digest, fix.at().toEpochMilli());
            digest = mixed(digest, Double.doubleToLongBits(fix.latitudeDegrees()));
            digest = mixed(digest, Double.doubleToLongBits(fix.longitudeDegrees()));
            Double knots = fix.speedKnots();
            digest = mixed(digest, knots == null ? -1 : Double.doubleToLongBits(knots));
            digest = mixed(digest, fix.source().hashCode());
        }
        return digest;
    }

    /// A step of SplitMix64 (Steele, Lea, Flood, 2014), whose bits all depend on all of both.
    private static long mixed(long digest, long value) {
        long bits = (digest + 0x9e3779b97f4a7c15L) ^ value;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    private Activity retract(Told one, String reason, Instant derivedAt) {
        var last = one.activity();
        var activity =
                new Activity(
                        last.id(),
                        last.version() + 1,
                        last.version(),
                        Activity.State.RETRACTED,
                        last.vessel(),
                        last.others(),
                        last.from(),
                        last.to(),
                        last.start(),
                        last.end(),
                        last.durationHours(),
                        last.details(),
                        reason,
                        last.synthetic(),
                        last.sources(),
                        last.parameters(),
                        last.fixes(),
                        derivedAt);
        told.put(activity.id(), new Told(activity, ""));
        return activity;
    }

    /// Drops what ended before a time: nothing can change it any more.
    public void settle(Instant before) {
        told.values()
                .removeIf(one -> {
                    var end =
                            Objects.requireNonNullElse(one.activity().to(), one.activity().from());
                    return end.isBefore(before) && one.activity().state() != Activity.State.OPEN;
                });
    }

    private void forget() {
        var oldest = told.keySet().iterator();
        while (told.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }
}
