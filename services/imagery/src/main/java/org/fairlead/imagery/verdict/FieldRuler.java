package org.fairlead.imagery.verdict;

import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaField;

/// By sea from or to one place, all distances of which were computed at once: for a sighting
/// against many silences.
record FieldRuler(SeaField field) implements Ruler {

    @Override
    public Length between(Place from, Place to) {
        Place other = from.equals(field.from()) ? to : from;
        double path = field.usualNauticalMiles(other);
        return new Length(
                field.excludingNauticalMiles(other),
                Double.isInfinite(path) ? null : Double.valueOf(path),
                null);
    }

    @Override
    public String method() {
        return Verdict.SEA_LOWER_BOUND;
    }
}
