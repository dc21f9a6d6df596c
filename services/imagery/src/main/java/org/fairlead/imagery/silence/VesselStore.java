package org.fairlead.imagery.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.contracts.ais.VesselIdentity;
import org.hibernate.reactive.mutiny.Mutiny;

/// Transmitters in the database.
@ApplicationScoped
class VesselStore {

    private final ObjectMapper json;

    @Inject
    VesselStore(ObjectMapper json) {
        this.json = json;
    }

    /// Keeps each identity unless a newer one is there.
    ///
    /// @return the vessels on whose silences verdicts could come out differently now
    Uni<Set<String>> accept(Mutiny.StatelessSession session, List<VesselIdentity> identities) {
        var mmsis = identities.stream().map(VesselIdentity::mmsi).distinct().toList();
        return byMmsi(session, mmsis)
                .chain(before -> {
                    var after = new LinkedHashMap<String, KnownVessel>();
                    var matter = new LinkedHashSet<String>();
                    for (VesselIdentity identity : identities) {
                        String mmsi = identity.mmsi();
                        var known = after.getOrDefault(mmsi, before.get(mmsi));
                        if (known != null && known.identity().version() >= identity.version()) {
                            continue;
                        }
                        var next =
                                known == null ? KnownVessel.of(identity) : known.updated(identity);
                        after.put(mmsi, next);
                        if (known == null || next.bearsOtherwiseThan(known)) {
                            matter.add(mmsi);
                        }
                    }
                    return write(session, before.keySet(), after.values()).replaceWith(matter);
                });
    }

    private Uni<Void> write(
            Mutiny.StatelessSession session,
            Collection<String> there,
            Collection<KnownVessel> vessels) {
        var rows =
                vessels.stream()
                        .map(this::row)
                        .collect(Collectors.partitioningBy(row -> there.contains(row.mmsi)));
        return session.insertMultiple(rows.get(false))
                .chain(() -> session.updateMultiple(rows.get(true)));
    }

    Uni<Map<String, KnownVessel>> byMmsi(
            Mutiny.StatelessSession session, Collection<String> mmsis) {
        if (mmsis.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from VesselEntity where mmsi in :mmsis", VesselEntity.class)
                .setParameter("mmsis", List.copyOf(mmsis))
                .getResultList()
                .map(rows -> {
                    var known = new HashMap<String, KnownVessel>();
                    rows.forEach(row -> known.put(row.mmsi, read(row)));
                    return known;
                });
    }

    private VesselEntity row(KnownVessel vessel) {
        var row = new VesselEntity();
        row.mmsi = vessel.identity().mmsi();
        row.version = vessel.identity().version();
        row.record = write(vessel.identity());
        row.lengths =
                vessel.lengthsMetres().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(","));
        row.imos = String.join(",", vessel.imos());
        return row;
    }

    private KnownVessel read(VesselEntity row) {
        try {
            return new KnownVessel(
                    json.readValue(row.record, VesselIdentity.class),
                    words(row.lengths)
                            .map(Integer::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    sorted(words(row.imos)));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored vessel unreadable: " + row.mmsi, fault);
        }
    }

    private static SortedSet<String> sorted(Stream<String> words) {
        return words.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(",", -1)).filter(word -> !word.isEmpty());
    }

    private String write(VesselIdentity identity) {
        try {
            return json.writeValueAsString(identity);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("identity not writable: " + identity.mmsi(), fault);
        }
    }
}
