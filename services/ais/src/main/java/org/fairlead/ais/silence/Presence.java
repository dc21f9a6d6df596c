package org.fairlead.ais.silence;

import java.util.Arrays;
import java.util.stream.LongStream;

/// A time in which a transmitter was heard without a long pause: its first and last report, the
/// times of its newest ones, from which its habit is told, and samples of its begin and end.
///
/// A union of reports: the same in whatever order they come, and however often.
///
/// @param recentMillis sorted, each once, up to [#MOST_RECENT]
record Presence(Contact first, Contact last, long[] recentMillis, Samples samples) {

    static final int MOST_RECENT = 64;

    static Presence of(Contact only) {
        return new Presence(only, only, new long[] {only.atMillis()}, Samples.of(only));
    }

    boolean isWithin(Contact contact, long pauseMillis) {
        return contact.atMillis() >= first.atMillis() - pauseMillis
                && contact.atMillis() <= last.atMillis() + pauseMillis;
    }

    long lengthMillis() {
        return last.atMillis() - first.atMillis();
    }

    Presence and(Contact contact) {
        return new Presence(
                Contact.ORDER.compare(contact, first) < 0 ? contact : first,
                later(contact, last),
                newest(recentMillis, contact.atMillis()),
                samples.and(contact));
    }

    /// Of two last reports of the same moment the smaller stands, as it does for first ones.
    private static Contact later(Contact one, Contact other) {
        int byTime = Long.compare(one.atMillis(), other.atMillis());
        if (byTime != 0) {
            return byTime > 0 ? one : other;
        }
        return Contact.ORDER.compare(one, other) < 0 ? one : other;
    }

    /// This and a later presence that turned out to be one.
    Presence and(Presence next) {
        return new Presence(
                first,
                next.last,
                newest(recentMillis, next.recentMillis),
                samples.and(next.samples));
    }

    private static long[] newest(long[] some, long one) {
        int at = Arrays.binarySearch(some, one);
        if (at >= 0) {
            return some;
        }
        int place = -at - 1;
        boolean isFull = some.length == MOST_RECENT;
        if (isFull && place == 0) {
            return some;
        }
        // One in: when full, the oldest falls out.
        long[] all = new long[isFull ? MOST_RECENT : some.length + 1];
        int dropped = isFull ? 1 : 0;
        System.arraycopy(some, dropped, all, 0, place - dropped);
        all[place - dropped] = one;
        System.arraycopy(some, place, all, place - dropped + 1, some.length - place);
        return all;
    }

    private static long[] newest(long[] some, long[] others) {
        long[] all =
                LongStream.concat(LongStream.of(some), LongStream.of(others))
                        .sorted()
                        .distinct()
                        .toArray();
        return all.length <= MOST_RECENT
                ? all
                : Arrays.copyOfRange(all, all.length - MOST_RECENT, all.length);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Presence that
                        && first.equals(that.first)
                        && last.equals(that.last)
                        && samples.equals(that.samples)
                        && Arrays.equals(recentMillis, that.recentMillis));
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + last.hashCode();
    }

    @Override
    public String toString() {
        return "Presence[%s, %s, %d recent]".formatted(first, last, recentMillis.length);
    }
}
