package org.fairlead.ais.silence;

import java.util.Comparator;
import org.fairlead.contracts.frame.Fix;

/// One report of a transmitter, as far as silences are concerned; values as in [Fix].
record Contact(
        long atMillis,
        int latitude,
        int longitude,
        int speed,
        int course,
        boolean synthetic,
        String source) {

    /// Total, so that of several reports of one moment the same one is chosen in any order.
    static final Comparator<Contact> ORDER =
            Comparator.comparingLong(Contact::atMillis)
                    .thenComparing(Contact::synthetic)
                    .thenComparingInt(Contact::latitude)
                    .thenComparingInt(Contact::longitude)
                    .thenComparingInt(Contact::speed)
                    .thenComparingInt(Contact::course)
                    .thenComparing(Contact::source);

    static Contact of(Fix fix, String source) {
        return new Contact(
                fix.epochMillis(),
                fix.latitude(),
                fix.longitude(),
                fix.speed(),
                fix.course(),
                fix.isSynthetic(),
                source);
    }
}
