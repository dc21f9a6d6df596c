package org.fairlead.cases.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Writes the grant a case that only named people see begins with: its opener leads it.
@ApplicationScoped
public class FirstGrantStore {

    public Uni<Void> grantLead(
            Mutiny.StatelessSession session, Acting acting, UUID caseId, String team, Instant now) {
        var caller = acting.caller();
        return session.createNativeQuery(
                        "insert into case_grant (id, team, case_id, grantee_kind, grantee,"
                                + " grantee_name, role, reason, granted_by, granted_at)"
                                + " values (cast(?1 as uuid), ?2, cast(?3 as uuid), ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
                .setParameter(1, TimeOrderedId.at(now).toString())
                .setParameter(2, team)
                .setParameter(3, caseId.toString())
                .setParameter(4, GranteeKind.PERSON.name())
                .setParameter(5, caller.subject())
                .setParameter(6, caller.username())
                .setParameter(7, GrantRole.LEAD.name())
                .setParameter(8, "opened the case")
                .setParameter(9, caller.username())
                .setParameter(10, now.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }
}
