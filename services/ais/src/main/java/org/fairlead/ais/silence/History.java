package org.fairlead.ais.silence;

import java.util.List;

/// How a ship was heard around a silence.
///
/// @param reportsBefore in the twelve hours before, of those remembered
/// @param reportsPerDay before it, of those remembered
record History(List<Contact> before, List<Contact> after, int reportsBefore, double reportsPerDay) {

    private static final long TWELVE_HOURS = 12 * 3_600_000L;
    private static final double DAY = 24 * 3_600_000.0;

    static History of(List<Presence> inOrder, Told told) {
        long start = told.start().atMillis();
        List<Contact> before = List.of();
        List<Contact> after = List.of();
        int near = 0;
        int all = 0;
        long oldest = start;
        for (Presence presence : inOrder) {
            if (presence.last().atMillis() == start) {
                before = presence.samples().last();
            }
            if (told.end() != null && presence.first().atMillis() == told.end().atMillis()) {
                after = presence.samples().first();
            }
            for (long at : presence.recentMillis()) {
                if (at <= start) {
                    all++;
                    oldest = Math.min(oldest, at);
                    near += at > start - TWELVE_HOURS ? 1 : 0;
                }
            }
        }
        return new History(before, after, near, all / Math.max(1, (start - oldest) / DAY));
    }
}
