package org.fairlead.imagery.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
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

    /// All of a poll in one statement, however many they are.
    private static final String KEEP =
            """
            insert into vessel (mmsi, version, record, lengths, imos)
            select mmsi, version, record, lengths, imos
              from json_to_recordset(cast(cast(?1 as text) as json))
                   as r(mmsi text, version int, record text, lengths text, imos text)
            on conflict (mmsi) do update set
                version = excluded.version, record = excluded.record, lengths = excluded.lengths,
                imos = excluded.imos
            """;

    private static final String BY_MMSI =
            """
            select record, lengths, imos from vessel
             where mmsi in (select json_array_elements_text(cast(cast(?1 as text) as json)))
            """;

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
                    return write(session, after.values()).replaceWith(matter);
                });
    }

    private Uni<Void> write(Mutiny.StatelessSession session, Collection<KnownVessel> vessels) {
        if (vessels.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = json.createArrayNode();
        vessels.forEach(vessel -> rows.add(row(vessel)));
        return session.createNativeQuery(KEEP)
                .setParameter(1, rows.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Map<String, KnownVessel>> byMmsi(
            Mutiny.StatelessSession session, Collection<String> mmsis) {
        if (mmsis.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(BY_MMSI, Tuple.class)
                .setParameter(1, json.valueToTree(mmsis).toString())
                .getResultList()
                .map(rows -> {
                    var known = new HashMap<String, KnownVessel>();
                    rows.forEach(row -> {
                        var vessel = read(row);
                        known.put(vessel.identity().mmsi(), vessel);
                    });
                    return known;
                });
    }

    private ObjectNode row(KnownVessel vessel) {
        return json.createObjectNode()
                .put("mmsi", vessel.identity().mmsi())
                .put("version", vessel.identity().version())
                .put("record", write(vessel.identity()))
                .put(
                        "lengths",
                        vessel.lengthsMetres().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(",")))
                .put("imos", String.join(",", vessel.imos()));
    }

    private KnownVessel read(Tuple row) {
        try {
            return new KnownVessel(
                    json.readValue(row.get(0, String.class), VesselIdentity.class),
                    words(row.get(1, String.class))
                            .map(Integer::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    sorted(words(row.get(2, String.class))));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored vessel unreadable", fault);
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
