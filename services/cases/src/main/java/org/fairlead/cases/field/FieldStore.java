package org.fairlead.cases.field;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.fairlead.cases.access.Acting;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// The fields of teams.
@ApplicationScoped
public class FieldStore {

    private final Clock clock;

    @Inject
    FieldStore(Clock clock) {
        this.clock = clock;
    }

    public Uni<List<CustomField>> of(Mutiny.StatelessSession session, String team) {
        return session.createNativeQuery(
                        "select key, label, kind, array_to_string(choices, chr(31)),"
                                + " to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from custom_field"
                                + " where team = ?1 order by key",
                        Tuple.class)
                .setParameter(1, team)
                .getResultList()
                .map(rows -> rows.stream().map(FieldStore::field).toList());
    }

    private static CustomField field(Tuple row) {
        String choices = row.get(3, String.class);
        return new CustomField(
                row.get(0, String.class),
                row.get(1, String.class),
                FieldKind.valueOf(row.get(2, String.class)),
                choices.isEmpty() ? List.of() : List.of(choices.split("\u001f", -1)),
                Instant.parse(row.get(4, String.class)));
    }

    Uni<CustomField> put(Mutiny.StatelessSession session, Acting acting, CustomField field) {
        Instant now = clock.instant();
        return session.createNativeQuery(
                        "insert into custom_field (team, key, label, kind, choices, changed_by, changed_at)"
                                + " values (?1, ?2, ?3, ?4, string_to_array(?5, chr(31)), ?6, ?7)"
                                + " on conflict (team, key) do update set label = excluded.label,"
                                + " kind = excluded.kind, choices = excluded.choices,"
                                + " changed_by = excluded.changed_by, changed_at = excluded.changed_at")
                .setParameter(1, acting.team())
                .setParameter(2, field.key())
                .setParameter(3, field.label())
                .setParameter(4, java.util.Objects.requireNonNull(field.kind()).name())
                .setParameter(5, String.join("\u001f", field.choices()))
                .setParameter(6, acting.caller().username())
                .setParameter(7, now)
                .executeUpdate()
                .replaceWith(field.changed(now));
    }

    Uni<Void> remove(Mutiny.StatelessSession session, Acting acting, String key) {
        return session.createNativeQuery("delete from custom_field where team = ?1 and key = ?2")
                .setParameter(1, acting.team())
                .setParameter(2, key)
                .executeUpdate()
                .invoke(gone -> {
                    if (gone == 0) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }
}
