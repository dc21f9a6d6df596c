package org.fairlead.seas.country;

import java.util.List;
import org.fairlead.seas.shape.Shape;

/// A zone at sea and who claims it: several where claims overlap, which stays undecided.
///
/// @param claimants as the source writes them
public record Zone(String name, List<String> claimants, Shape shape) {

    public Zone {
        claimants = List.copyOf(claimants);
    }
}
