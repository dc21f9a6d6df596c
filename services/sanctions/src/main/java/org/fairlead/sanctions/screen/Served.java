package org.fairlead.sanctions.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.sanctions.asof.Neighbours;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.list.VersionSpan;
import org.fairlead.sanctions.reference.ReferenceFact;
import org.jspecify.annotations.Nullable;

/// Which version of each list answers a question.
///
/// @param known every list with the versions that count: those observed by `knownAt`
/// @param facts that answer for lists without a version
record Served(
        Map<String, Integer> versions,
        List<Coverage> coverage,
        List<ListStore.Coverage> known,
        List<ReferenceFact> facts) {

    Served {
        versions = Map.copyOf(versions);
        coverage = List.copyOf(coverage);
        known = List.copyOf(known);
        facts = List.copyOf(facts);
    }

    Basis basis() {
        return new Basis(versions, facts);
    }

    /// @param asOf absent: the newest that is known
    static Served of(
            List<ListStore.Coverage> lists,
            List<ReferenceFact> recorded,
            @Nullable AsOfDate asOf,
            @Nullable Instant knownAt,
            Instant now) {
        var versions = new TreeMap<String, Integer>();
        var coverage = new ArrayList<Coverage>();
        var known = new ArrayList<ListStore.Coverage>();
        for (ListStore.Coverage list : lists) {
            var spans = knownBy(list.versions(), knownAt);
            known.add(
                    new ListStore.Coverage(
                            list.list(),
                            list.authority(),
                            list.listsVessels(),
                            spans,
                            list.newerFileSetAside()));
            var served = served(spans, asOf);
            boolean isBefore = served == null && !spans.isEmpty();
            var screened = isBefore ? spans.getFirst() : served;
            if (screened != null) {
                versions.put(list.list(), screened.number());
            }
            coverage.add(
                    new Coverage(
                            list.list(),
                            list.authority(),
                            status(
                                    screened,
                                    isBefore,
                                    asOf == null && list.newerFileSetAside() != null),
                            screened == null ? null : screened.number(),
                            screened == null ? null : screened.lastObserved(),
                            Coverage.hours(
                                    screened == null ? null : screened.lastObserved(),
                                    asOf == null ? now : asOf.to()),
                            list.newerFileSetAside()));
        }
        return new Served(versions, coverage, known, List.of())
                .with(
                        new SpokenFor(asOf, knownAt == null ? now : knownAt, now)
                                .of(recorded, versions.keySet()));
    }

    private Served with(List<ReferenceFact> spoken) {
        var all = new ArrayList<Coverage>();
        for (Coverage list : coverage) {
            all.add(SpokenFor.isOn(list.list(), spoken) ? list.byFacts() : list);
        }
        for (ReferenceFact fact : spoken) {
            if (all.stream().noneMatch(list -> list.list().equals(fact.list()))) {
                all.add(Coverage.byFacts(fact.list(), fact.authority()));
            }
        }
        return new Served(versions, all, known, spoken);
    }

    /// What a kept screening was asked of.
    ///
    /// @param then its versions
    /// @param recorded all facts, with those that came later
    Served again(
            Map<String, Integer> then,
            List<ReferenceFact> recorded,
            @Nullable AsOfDate asOf,
            @Nullable Instant knownAt,
            Instant screenedAt) {
        var spoken =
                new SpokenFor(asOf, knownAt == null ? screenedAt : knownAt, screenedAt)
                        .of(recorded, then.keySet());
        return new Served(then, coverage, known, List.of()).with(spoken);
    }

    /// The same with the versions that were screened instead, as their corpus was ready.
    Served by(Map<String, Integer> screened, Instant now) {
        if (screened.equals(versions)) {
            return this;
        }
        var older = new ArrayList<Coverage>();
        for (Coverage list : coverage) {
            Integer number = screened.get(list.list());
            older.add(
                    number == null || number.equals(list.version())
                            ? list
                            : older(list, number, now));
        }
        return new Served(screened, older, known, facts);
    }

    private Coverage older(Coverage list, int number, Instant now) {
        var observed =
                known.stream()
                        .filter(each -> each.list().equals(list.list()))
                        .flatMap(each -> each.versions().stream())
                        .filter(span -> span.number() == number)
                        .map(VersionSpan::lastObserved)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
        return new Coverage(
                list.list(),
                list.authority(),
                Coverage.Status.NEWER_IN_PREPARATION,
                number,
                observed,
                Coverage.hours(observed, now),
                list.newerFileSetAside());
    }

    private static List<VersionSpan> knownBy(List<VersionSpan> spans, @Nullable Instant knownAt) {
        return knownAt == null
                ? spans
                : spans.stream()
                        .filter(span -> !span.firstObserved().isAfter(knownAt))
                        .map(span ->
                                span.lastObserved().isAfter(knownAt)
                                        ? new VersionSpan(
                                                span.number(),
                                                span.sha256(),
                                                span.firstObserved(),
                                                knownAt)
                                        : span)
                        .toList();
    }

    private static @Nullable VersionSpan served(List<VersionSpan> spans, @Nullable AsOfDate asOf) {
        return asOf == null ? Neighbours.newest(spans) : Neighbours.of(spans, asOf).before();
    }

    private static Coverage.Status status(
            @Nullable VersionSpan screened, boolean isBefore, boolean isNewerSetAside) {
        if (screened == null) {
            return Coverage.Status.NO_VERSION;
        }
        if (isBefore) {
            return Coverage.Status.BEFORE_FIRST_VERSION;
        }
        return isNewerSetAside ? Coverage.Status.NEWER_QUARANTINED : Coverage.Status.COVERED;
    }
}
