package org.fairlead.sanctions.screen;

import java.util.List;
import java.util.Map;
import org.fairlead.sanctions.reference.ReferenceFact;

/// What a corpus is made of.
///
/// @param versions list by list
/// @param facts of lists that have no version; of each ship one a list
record Basis(Map<String, Integer> versions, List<ReferenceFact> facts) {

    Basis {
        versions = Map.copyOf(versions);
        facts = List.copyOf(facts);
    }
}
