package org.fairlead.cases.access;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The grants of the present caller, as they stood when the transaction began.
public final class StandingStore {

    private StandingStore() {}

    public static Uni<Map<UUID, Set<CaseGrant>>> grants(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select coalesce(caller_text('granted'), '')", String.class)
                .getSingleResult()
                .map(StandingStore::read);
    }

    /// `id=role=kind`, comma between two.
    static Map<UUID, Set<CaseGrant>> read(String granted) {
        var grants = new HashMap<UUID, Set<CaseGrant>>();
        if (!granted.isEmpty()) {
            for (String entry : granted.split(",", -1)) {
                String[] parts = entry.split("=", -1);
                grants.computeIfAbsent(UUID.fromString(parts[0]), id -> new LinkedHashSet<>())
                        .add(
                                new CaseGrant(
                                        GranteeKind.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                                        GrantRole.valueOf(parts[1].toUpperCase(Locale.ROOT))));
            }
        }
        return grants;
    }
}
