package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.frame.Fix;
import org.jspecify.annotations.Nullable;

/// Reports as they are published.
final class Positions {

    private Positions() {}

    static ReportedPosition of(Contact contact) {
        return new ReportedPosition(
                Instant.ofEpochMilli(contact.atMillis()),
                contact.latitudeDegrees(),
                contact.longitudeDegrees(),
                knots(contact),
                contact.course() >= Fix.COURSE_NOT_AVAILABLE ? null : contact.course() / 10.0);
    }

    /// Oldest first.
    static List<ReportedFix> fixes(int mmsi, List<Contact> before, List<Contact> after) {
        var fixes = new ArrayList<ReportedFix>();
        String text = String.format(Locale.ROOT, "%09d", mmsi);
        before.forEach(contact -> fixes.add(fix(text, contact)));
        after.forEach(contact -> fixes.add(fix(text, contact)));
        return fixes;
    }

    private static ReportedFix fix(String mmsi, Contact contact) {
        return new ReportedFix(
                mmsi,
                Instant.ofEpochMilli(contact.atMillis()),
                contact.latitudeDegrees(),
                contact.longitudeDegrees(),
                knots(contact),
                contact.source());
    }

    private static @Nullable Double knots(Contact contact) {
        return contact.hasSpeed() ? contact.speedKnots() : null;
    }
}
