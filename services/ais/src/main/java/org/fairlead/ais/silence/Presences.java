package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;

/// When a transmitter was heard, with its long pauses between, oldest first.
record Presences(List<Presence> inOrder) {

    static final Presences NONE = new Presences(List.of());

    Presences {
        inOrder = List.copyOf(inOrder);
    }

    /// This and one more report, which may join two presences.
    Presences and(Contact contact, long pauseMillis) {
        int n = inOrder.size();
        if (n > 0
                && inOrder.getLast().isWithin(contact, pauseMillis)
                && (n == 1 || !inOrder.get(n - 2).isWithin(contact, pauseMillis))) {
            // Nearly always: she goes on being heard.
            var longer = inOrder.getLast().and(contact);
            if (n == 1) {
                return new Presences(List.of(longer));
            }
            var same = new ArrayList<>(inOrder);
            same.set(n - 1, longer);
            return new Presences(same);
        }
        var joined = new ArrayList<Presence>(inOrder.size() + 1);
        Presence grown = null;
        for (Presence presence : inOrder) {
            if (presence.isWithin(contact, pauseMillis)) {
                grown = grown == null ? presence.and(contact) : grown.and(presence);
                continue;
            }
            if (presence.first().atMillis() > contact.atMillis()) {
                joined.add(grown == null ? Presence.of(contact) : grown);
                joined.addAll(inOrder.subList(inOrder.indexOf(presence), inOrder.size()));
                return new Presences(joined);
            }
            joined.add(presence);
        }
        joined.add(grown == null ? Presence.of(contact) : grown);
        return new Presences(joined);
    }

    Presences without(int oldest) {
        return oldest == 0 ? this : new Presences(inOrder.subList(oldest, inOrder.size()));
    }

    /// Whether it was heard after one moment and before another.
    boolean isHeardBetween(long afterMillis, long beforeMillis) {
        for (Presence presence : inOrder) {
            if (presence.first().atMillis() < beforeMillis
                    && presence.last().atMillis() > afterMillis) {
                return true;
            }
        }
        return false;
    }
}
