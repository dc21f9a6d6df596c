package org.fairlead.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fairlead.screening.name.Schema;

/// Listings by their numbers: hashes in order, each with its listing.
final class Identifiers {

    private static final Set<Property> WHICH =
            Set.of(Property.IMO, Property.MMSI, Property.CALL_SIGN, Property.IDENTIFIER);

    private final List<Subject> listings;

    // The hash of a number in the upper half, its listing in the lower.
    private final long[] entries;

    Identifiers(List<Subject> listings) {
        this.listings = listings;
        long[] all = new long[64];
        int size = 0;
        for (int listing = 0; listing < listings.size(); listing++) {
            for (Property property : WHICH) {
                for (String value : listings.get(listing).values(property)) {
                    if (size == all.length) {
                        all = Arrays.copyOf(all, 2 * size);
                    }
                    all[size++] = key(property, value) | listing;
                }
            }
        }
        this.entries = Arrays.copyOf(all, size);
        Arrays.sort(entries);
    }

    private static long key(Property property, String value) {
        return (long) (31 * property.ordinal() + value.hashCode()) << 32;
    }

    /// An IMO number as it is written and as it may be meant.
    private static Set<String> asked(Subject query, Property property) {
        var values = query.values(property);
        if (property != Property.IMO || values.isEmpty()) {
            return values;
        }
        var asked = new TreeSet<>(values);
        values.forEach(value -> asked.addAll(Misprints.of(value)));
        return asked;
    }

    /// Those that have one in common with the query, or an IMO number that may be a misprint.
    Set<Integer> shared(Subject query, Schema schema) {
        var found = new TreeSet<Integer>();
        for (Property property : WHICH) {
            for (String value : asked(query, property)) {
                long key = key(property, value);
                int at = Arrays.binarySearch(entries, key);
                for (int i = at < 0 ? -at - 1 : at;
                        i < entries.length && entries[i] >>> 32 == key >>> 32;
                        i++) {
                    int listing = (int) entries[i];
                    var subject = listings.get(listing);
                    if (subject.schema() == schema && subject.values(property).contains(value)) {
                        found.add(listing);
                    }
                }
            }
        }
        return found;
    }
}
