package org.fairlead.sanctions.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.sanctions.reference.ReferenceFact;
import org.jspecify.annotations.Nullable;

/// Which recorded facts answer a question: those of lists without a file, recorded by then, of a
/// ship that was listed by the day asked about.
///
/// @param asOf absent: the day of the question
/// @param recordedBy facts recorded later are left out
record SpokenFor(@Nullable AsOfDate asOf, Instant recordedBy, Instant now) {

    /// @param recorded all facts, the earliest of each ship on each list first
    /// @param withVersion lists that answer from a file
    List<ReferenceFact> of(List<ReferenceFact> recorded, Set<String> withVersion) {
        var day = LocalDate.ofInstant(asOf == null ? now : asOf.to(), ZoneOffset.UTC);
        var spoken = new LinkedHashMap<String, ReferenceFact>();
        for (ReferenceFact fact : recorded) {
            if (!withVersion.contains(fact.list())
                    && !fact.recordedAt().isAfter(recordedBy)
                    && !fact.listedOn().isAfter(day)) {
                spoken.putIfAbsent(fact.list() + "/" + fact.imo(), fact);
            }
        }
        return List.copyOf(spoken.values());
    }

    static boolean isOn(String list, List<ReferenceFact> facts) {
        return facts.stream().anyMatch(fact -> fact.list().equals(list));
    }
}
