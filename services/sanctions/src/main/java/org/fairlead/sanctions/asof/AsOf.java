package org.fairlead.sanctions.asof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.sanctions.asof.Answer.Basis;
import org.fairlead.sanctions.asof.Answer.Neighbour;
import org.fairlead.sanctions.asof.Answer.Status;
import org.fairlead.sanctions.list.VersionSpan;
import org.jspecify.annotations.Nullable;

/// Answers for one list and one date whether a ship or entry was on it.
///
/// Files come first: where a version covers the date, no claim is heard. A claim never reaches back
/// across a version that did not have the entry: lists bring entries back under their old date.
public final class AsOf {

    private final String list;
    private final String authority;
    private final AsOfDate date;
    private final Neighbours neighbours;
    private final List<Entry> entries;
    private final List<Claim> facts;

    /// @param entries of the ship or entry asked for, over all versions of the list
    /// @param facts recorded public facts of it on this list
    public AsOf(
            String list,
            String authority,
            AsOfDate date,
            Neighbours neighbours,
            List<Entry> entries,
            List<Claim> facts) {
        this.list = list;
        this.authority = authority;
        this.date = date;
        this.neighbours = neighbours;
        this.entries = List.copyOf(entries);
        this.facts = facts.stream().sorted(Comparator.comparing(Claim::listedOn)).toList();
    }

    public Answer answer() {
        VersionSpan before = neighbours.before();
        VersionSpan after = neighbours.after();
        if (before == null) {
            return after == null ? byClaimAlone() : beforeTheFirst(after);
        }
        return after == null ? afterTheLast(before) : between(before, after);
    }

    private Answer between(VersionSpan before, VersionSpan after) {
        var then = Entry.on(entries, before.number());
        var next = Entry.on(entries, after.number());
        if (then.isPresent() == next.isPresent()) {
            return answer(
                    then.isPresent() ? Status.LISTED : Status.NOT_LISTED,
                    Basis.OBSERVED,
                    then.map(Entry::listing).orElse(null),
                    agreement(before, after, then.isPresent()));
        }
        return answer(
                Status.UNKNOWN,
                Basis.BETWEEN_OBSERVATIONS,
                then.or(() -> next).map(Entry::listing).orElse(null),
                "It %s the list between version %d (seen %s) and version %d (seen %s); the day is not known."
                        .formatted(
                                then.isPresent() ? "left" : "came on",
                                before.number(),
                                minute(before.lastObserved()),
                                after.number(),
                                minute(after.firstObserved())));
    }

    private static String agreement(VersionSpan before, VersionSpan after, boolean isListed) {
        String status = isListed ? "Listed" : "Not listed";
        return before.equals(after)
                ? "%s in version %d, seen %s.".formatted(status, before.number(), spanText(before))
                : "%s in version %d (seen %s) and in version %d (seen %s)."
                        .formatted(
                                status,
                                before.number(),
                                minute(before.lastObserved()),
                                after.number(),
                                minute(after.firstObserved()));
    }

    private Answer beforeTheFirst(VersionSpan after) {
        Optional<Claim> published =
                Entry.on(entries, after.number())
                        .filter(entry -> entry.listedOn() != null)
                        .map(entry ->
                                new Claim(
                                        entry.listing(),
                                        java.util.Objects.requireNonNull(entry.listedOn()),
                                        "the publisher, in version " + after.number()));
        var claim =
                Stream.concat(facts.stream(), published.stream())
                        .min(Comparator.comparing(Claim::listedOn));
        return claim.map(this::claimed)
                .orElseGet(() ->
                        uncovered(
                                "The first version was seen %s; nothing is known before it."
                                        .formatted(minute(after.firstObserved()))));
    }

    private Answer afterTheLast(VersionSpan before) {
        var entry = Entry.on(entries, before.number());
        if (entry.isEmpty()) {
            // A fact from before the observed absence is answered by the absence.
            var lastDay = before.lastObserved().atOffset(ZoneOffset.UTC).toLocalDate();
            return facts.stream()
                    .filter(fact -> fact.listedOn().isAfter(lastDay))
                    .findFirst()
                    .map(this::claimed)
                    .orElseGet(() ->
                            uncovered(
                                    "Not listed in version %d, seen %s; no newer version has been taken in."
                                            .formatted(
                                                    before.number(),
                                                    minute(before.lastObserved()))));
        }
        // A listing stands until it is seen gone; an absence proves nothing for later days.
        return answer(
                Status.LISTED,
                hasDate(entry.get()) ? Basis.CLAIMED : Basis.NO_COVERAGE,
                entry.get().listing(),
                "Listed in the newest version %d, last seen %s; no newer version has been taken in."
                        .formatted(before.number(), minute(before.lastObserved())));
    }

    private boolean hasDate(Entry entry) {
        return entry.listedOn() != null || !facts.isEmpty();
    }

    private Answer byClaimAlone() {
        return facts.stream()
                .findFirst()
                .map(this::claimed)
                .orElseGet(() -> uncovered("No version of this list has been taken in."));
    }

    private Answer claimed(Claim claim) {
        boolean isListed = claim.holdsOn(date);
        return answer(
                isListed ? Status.LISTED : Status.NOT_LISTED,
                Basis.CLAIMED,
                isListed ? claim.listing() : null,
                "Listed from %s on, says %s.".formatted(claim.listedOn(), claim.source()));
    }

    private Answer uncovered(String explanation) {
        return answer(Status.UNKNOWN, Basis.NO_COVERAGE, null, explanation);
    }

    private Answer answer(
            Status status, Basis basis, @Nullable ListingRef listing, String explanation) {
        return new Answer(
                list,
                authority,
                status,
                basis,
                listing,
                Neighbour.before(neighbours.before(), date),
                Neighbour.after(neighbours.after(), date),
                explanation);
    }

    private static String spanText(VersionSpan span) {
        return span.firstObserved().equals(span.lastObserved())
                ? minute(span.firstObserved())
                : minute(span.firstObserved()) + " to " + minute(span.lastObserved());
    }

    private static String minute(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
