package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;

/// Of the reports of a presence the first and the last of each slot of ten minutes, in its first
/// and in its last slots. Two, so that two ships that report in turn on one number are both there.
///
/// A union: the same in whatever order reports come, and however often.
record Samples(List<Contact> first, List<Contact> last) {

    static final int MOST = 8;

    private static final long SLOT_MILLIS = 600_000;

    Samples {
        first = List.copyOf(first);
        last = List.copyOf(last);
    }

    static Samples of(Contact only) {
        return new Samples(List.of(only), List.of(only));
    }

    private static long slot(Contact contact) {
        return Math.floorDiv(contact.atMillis(), SLOT_MILLIS);
    }

    Samples and(Contact contact) {
        var begin = with(first, contact, true);
        var end = with(last, contact, false);
        return begin == first && end == last ? this : new Samples(begin, end);
    }

    Samples and(Samples other) {
        return and(other.first, other.last);
    }

    private Samples and(List<Contact> moreFirst, List<Contact> moreLast) {
        var begin = union(first, moreFirst, true);
        var end = union(last, moreLast, false);
        return begin == first && end == last ? this : new Samples(begin, end);
    }

    /// Most reports add nothing, and then the list itself comes back; nearly all others are newer
    /// than all before.
    private static List<Contact> with(List<Contact> some, Contact one, boolean oldest) {
        if (isSettled(some, one, oldest)) {
            return some;
        }
        if (Contact.ORDER.compare(some.getLast(), one) >= 0) {
            return union(some, List.of(one), oldest);
        }
        var more = new ArrayList<Contact>(some.size() + 1);
        more.addAll(some);
        int n = some.size();
        if (slot(some.getLast()) != slot(one)) {
            more.add(one);
            if (slots(more) > MOST) {
                long gone = slot(more.getFirst());
                more.removeIf(contact -> slot(contact) == gone);
            }
        } else if (n > 1 && slot(some.get(n - 2)) == slot(one)) {
            more.set(n - 1, one);
        } else {
            more.add(one);
        }
        return more;
    }

    /// At most two are of one slot.
    private static boolean isFull(List<Contact> some) {
        return some.size() == 2 * MOST || (some.size() >= MOST && slots(some) == MOST);
    }

    private static int slots(List<Contact> some) {
        int slots = 0;
        for (int i = 0; i < some.size(); i++) {
            slots += i == 0 || slot(some.get(i - 1)) != slot(some.get(i)) ? 1 : 0;
        }
        return slots;
    }

    private static List<Contact> union(List<Contact> some, List<Contact> more, boolean oldest) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Contact.ORDER);
        var each = new ArrayList<Contact>();
        int slots = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean isFirst = i == 0 || slot(all.get(i - 1)) != slot(all.get(i));
            boolean isLast = i == all.size() - 1 || slot(all.get(i + 1)) != slot(all.get(i));
            slots += isFirst ? 1 : 0;
            if (isFirst || (isLast && !all.get(i).equals(each.getLast()))) {
                each.add(all.get(i));
            }
        }
        while (slots > MOST) {
            long gone = slot(oldest ? each.getLast() : each.getFirst());
            each.removeIf(contact -> slot(contact) == gone);
            slots--;
        }
        return each;
    }

    private static boolean isSettled(List<Contact> some, Contact one, boolean oldest) {
        long slot = slot(one);
        long newest = slot(some.getLast());
        if (slot > newest) {
            // Nearly all that comes is later than the begin, which is full after a while.
            return oldest && isFull(some);
        }
        if (slot == newest) {
            int n = some.size();
            boolean isAlone = n == 1 || slot(some.get(n - 2)) != slot;
            return Contact.ORDER.compare(some.get(isAlone ? n - 1 : n - 2), one) <= 0
                    && Contact.ORDER.compare(some.getLast(), one) >= 0;
        }
        Contact first = null;
        Contact last = null;
        int slots = 0;
        for (int i = 0; i < some.size(); i++) {
            var known = some.get(i);
            slots += i == 0 || slot(some.get(i - 1)) != slot(known) ? 1 : 0;
            if (slot(known) == slot) {
                first = first == null ? known : first;
                last = known;
            }
        }
        if (first != null && last != null) {
            return Contact.ORDER.compare(first, one) <= 0 && Contact.ORDER.compare(last, one) >= 0;
        }
        return slots == MOST && !oldest && slot < slot(some.getFirst());
    }
}
