package org.fairlead.ais.conduct;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fairlead.ais.finding.Told;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleCodec;
import org.jspecify.annotations.Nullable;

/// What is stored of a ship beside her samples, as JSON.
///
/// @param trade by which her points were sent
/// @param settledDay days before this are forgotten
/// @param isStale whether late samples are not yet worked in
/// @param displaced of one that is stale, the samples that were not taken for points; the others'
///   follow from their samples
record ShipState(
        Trade trade, int settledDay, boolean isStale, List<Told> told, @Nullable String displaced) {

    static final ShipState NONE = new ShipState(Trade.OTHER, 0, false, List.of(), null);

    ShipState {
        told = List.copyOf(told);
    }

    static ShipState of(
            Trade trade, int settledDay, boolean isStale, List<Told> told, Set<Sample> displaced) {
        var samples = displaced.stream().sorted(Sample.ORDER).toList();
        return new ShipState(
                trade,
                settledDay,
                isStale,
                told,
                isStale && !samples.isEmpty()
                        ? Base64.getEncoder().encodeToString(SampleCodec.encode(samples))
                        : null);
    }

    Set<Sample> displacedSamples() {
        return displaced == null
                ? Set.of()
                : new HashSet<>(SampleCodec.decode(Base64.getDecoder().decode(displaced)));
    }
}
