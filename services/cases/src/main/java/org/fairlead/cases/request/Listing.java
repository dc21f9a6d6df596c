package org.fairlead.cases.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// The order of a list that is read whole, and what of it is new: for what a case or a team has few
/// of. A page goes on behind the key of its last row, whatever was put in before it meanwhile.
public final class Listing<T> {

    private final Function<T, String> key;
    private final Function<T, Object> id;
    private final Function<T, Instant> changedAt;
    private final boolean isDescending;

    private Listing(
            Function<T, String> key,
            Function<T, Object> id,
            Function<T, Instant> changedAt,
            boolean isDescending) {
        this.key = key;
        this.id = id;
        this.changedAt = changedAt;
        this.isDescending = isDescending;
    }

    public static <T> Listing<T> oldestFirst(Function<T, Instant> at, Function<T, Object> id) {
        return new Listing<>(one -> sortable(at.apply(one)), id, at, false);
    }

    public static <T> Listing<T> newestFirst(Function<T, Instant> at, Function<T, Object> id) {
        return new Listing<>(one -> sortable(at.apply(one)), id, at, true);
    }

    public static <T> Listing<T> byName(
            Function<T, String> name, Function<T, Object> id, Function<T, Instant> changedAt) {
        return new Listing<>(name, id, changedAt, false);
    }

    /// For what is changed after it was made.
    public Listing<T> changedAt(Function<T, Instant> at) {
        return new Listing<>(key, id, at, isDescending);
    }

    /// As wide for every time from 1970 on, so that its text is ordered like it.
    private static String sortable(Instant at) {
        return "%012d.%09d".formatted(at.getEpochSecond(), at.getNano());
    }

    public Page<T> page(List<T> all, ListQuery query) {
        Instant since = query.since();
        Cursor from = query.from();
        int most = query.mostOf(all.size());
        Comparator<T> order = Comparator.comparing(key).thenComparing(one -> id(one));
        var rows =
                all.stream()
                        .filter(one -> since == null || !changedAt.apply(one).isBefore(since))
                        .filter(one -> isBehind(one, from))
                        .sorted(isDescending ? order.reversed() : order)
                        .limit(most + 1L)
                        .toList();
        return Cursor.page(rows, most, last -> new Cursor(key.apply(last), id(last)));
    }

    private String id(T one) {
        return id.apply(one).toString();
    }

    private boolean isBehind(T one, @Nullable Cursor from) {
        if (from == null) {
            return true;
        }
        int byKey = key.apply(one).compareTo(from.sortKey());
        int compared = byKey == 0 ? id(one).compareTo(from.id()) : byKey;
        return isDescending ? compared < 0 : compared > 0;
    }
}
