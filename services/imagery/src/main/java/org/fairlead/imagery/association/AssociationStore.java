package org.fairlead.imagery.association;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Association;
import org.fairlead.contracts.imagery.Association.Stance;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.sighting.SightingFollower;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.imagery.silence.SilenceStore;
import org.fairlead.imagery.turn.TurnStore;
import org.fairlead.imagery.verdict.VerdictStore;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people say, in the database: one standing statement a person, and no confirmation without
/// two of them, which constraints hold whatever this class does.
@ApplicationScoped
public class AssociationStore implements SightingFollower {

    private final Mutiny.SessionFactory sessions;
    private final TurnStore turn;
    private final SightingStore sightings;
    private final SilenceStore silences;
    private final VerdictStore verdicts;
    private final SightedVisitStore visits;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    @Inject
    AssociationStore(
            Mutiny.SessionFactory sessions,
            TurnStore turn,
            SightingStore sightings,
            SilenceStore silences,
            VerdictStore verdicts,
            SightedVisitStore visits,
            Outbox outbox,
            ObjectMapper json) {
        this.sessions = sessions;
        this.turn = turn;
        this.sightings = sightings;
        this.silences = silences;
        this.verdicts = verdicts;
        this.visits = visits;
        this.outbox = outbox;
        this.json = json;
    }

    /// Who says what.
    ///
    /// @param subject the identity provider's id of the person
    /// @param mmsi absent where the verdict names the ship
    record Statement(
            String subject,
            String username,
            @Nullable String mmsi,
            @Nullable UUID verdictId,
            Stance stance,
            String reason) {}

    /// What became of a statement.
    sealed interface Result {

        record Done(Association association) implements Result {}

        /// The person's standing statement says the same already.
        record Unchanged(Association association) implements Result {}

        record NoSighting() implements Result {}

        record SightingWithdrawn() implements Result {}

        /// It is of another sighting, of another ship, or not there.
        record NoVerdict() implements Result {}

        record SaysOtherwise() implements Result {}

        record OtherShipConfirmed(VesselRef vessel) implements Result {}

        record NoStatement() implements Result {}
    }

    Uni<Result> say(UUID sightingId, Statement said) {
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> sightings.byIds(session, List.of(sightingId)))
                        .chain(found -> {
                            Sighting sighting = found.get(sightingId);
                            if (sighting == null) {
                                return result(new Result.NoSighting());
                            }
                            return sighting.state() == Sighting.State.WITHDRAWN
                                    ? result(new Result.SightingWithdrawn())
                                    : ofVerdict(session, sighting, said);
                        }));
    }

    private static Uni<Result> result(Result result) {
        return Uni.createFrom().item(result);
    }

    private Uni<Result> ofVerdict(
            Mutiny.StatelessSession session, Sighting sighting, Statement said) {
        if (said.verdictId() == null) {
            return vessel(session, String.valueOf(said.mmsi()))
                    .chain(vessel -> say(session, sighting, vessel, null, said));
        }
        return verdicts.find(session, said.verdictId())
                .chain(found -> {
                    Verdict verdict = found.orElse(null);
                    boolean fits =
                            verdict != null
                                    && verdict.sightingId().equals(sighting.id())
                                    && (said.mmsi() == null
                                            || said.mmsi().equals(verdict.vessel().mmsi()));
                    return verdict == null || !fits
                            ? result(new Result.NoVerdict())
                            : say(session, sighting, verdict.vessel(), verdict, said);
                });
    }

    private Uni<VesselRef> vessel(Mutiny.StatelessSession session, String mmsi) {
        return silences.vessels(session, List.of(mmsi))
                .map(known ->
                        known.containsKey(mmsi)
                                ? known.get(mmsi).identity().ref()
                                : new VesselRef(mmsi, null, null));
    }

    private Uni<Result> say(
            Mutiny.StatelessSession session,
            Sighting sighting,
            VesselRef vessel,
            @Nullable Verdict verdict,
            Statement said) {
        UUID id = idOf(sighting.id(), vessel.mmsi());
        return otherConfirmed(session, sighting.id(), vessel.mmsi())
                .chain(other -> {
                    if (other.isPresent() && said.stance() == Stance.CONFIRM) {
                        return result(new Result.OtherShipConfirmed(other.get().vessel()));
                    }
                    return statements(session, id)
                            .chain(rows -> {
                                var own = standing(rows, said.subject());
                                if (own.isPresent()) {
                                    return own.get().stance.equals(slug(said.stance()))
                                            ? find(session, id)
                                                    .map(there ->
                                                            new Result.Unchanged(
                                                                    there.orElseThrow()))
                                            : result(new Result.SaysOtherwise());
                                }
                                return add(session, sighting, vessel, verdict, said, rows);
                            });
                });
    }

    private Uni<Result> add(
            Mutiny.StatelessSession session,
            Sighting sighting,
            VesselRef vessel,
            @Nullable Verdict verdict,
            Statement said,
            List<StatementEntity> before) {
        UUID id = idOf(sighting.id(), vessel.mmsi());
        var row = new StatementEntity();
        row.id = UUID.randomUUID();
        row.associationId = id;
        row.stance = slug(said.stance());
        row.reason = said.reason();
        row.verdictId = verdict == null ? null : verdict.id();
        row.verdictVersion = verdict == null ? null : Integer.valueOf(verdict.version());
        row.saidBy = said.subject();
        row.username = said.username();
        row.saidAt = now();
        var all = new ArrayList<>(before);
        all.add(row);
        return find(session, id)
                .chain(there ->
                        write(session, next(there, id, sighting, vessel, all), all)
                                .chain(written ->
                                        session.insert(row).replaceWith(new Result.Done(written))));
    }

    /// Takes back what the caller said of this ship; what was said stays readable.
    Uni<Result> withdraw(UUID sightingId, String mmsi, String subject) {
        UUID id = idOf(sightingId, mmsi);
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> statements(session, id))
                        .chain(rows -> {
                            var own = standing(rows, subject);
                            if (own.isEmpty()) {
                                return result(new Result.NoStatement());
                            }
                            own.get().withdrawnAt = now();
                            return session.update(own.get())
                                    .chain(() -> find(session, id))
                                    .map(there -> there.orElseThrow())
                                    .chain(there -> write(session, changed(there, rows), rows))
                                    .map(written -> new Result.Done(written));
                        }));
    }

    @Override
    public Uni<Void> recorded(Mutiny.StatelessSession session, List<Sighting> recorded) {
        return Uni.createFrom().voidItem();
    }

    /// What people said stays as it was said; a visit that rests on it does not.
    @Override
    public Uni<Void> withdrawn(Mutiny.StatelessSession session, Sighting sighting) {
        return confirmed(session, sighting.id())
                .chain(there ->
                        there.map(one -> visits.follow(session, one, sighting))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Association>> confirmed(Mutiny.StatelessSession session, UUID sightingId) {
        return otherConfirmed(session, sightingId, "");
    }

    /// Who confirmed or rejected saw another version: every word that stands is taken back, and
    /// stays readable.
    @Override
    public Uni<Void> corrected(Mutiny.StatelessSession session, Sighting sighting) {
        return session.createSelectionQuery(
                        "from AssociationEntity where sightingId = :id and state <> 'withdrawn'",
                        AssociationEntity.class)
                .setParameter("id", sighting.id())
                .getResultList()
                .chain(rows ->
                        Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        row -> takenBack(session, read(row.record)))
                                .collect()
                                .last())
                .replaceWithVoid();
    }

    private Uni<Association> takenBack(Mutiny.StatelessSession session, Association there) {
        return statements(session, there.id())
                .chain(rows -> {
                    Instant at = now();
                    var standing = rows.stream().filter(row -> row.withdrawnAt == null).toList();
                    standing.forEach(row -> row.withdrawnAt = at);
                    return session.updateMultiple(standing)
                            .chain(() -> write(session, changed(there, rows), rows));
                });
    }

    private static Optional<StatementEntity> standing(List<StatementEntity> rows, String subject) {
        return rows.stream()
                .filter(row -> row.withdrawnAt == null && row.saidBy.equals(subject))
                .findFirst();
    }

    private Uni<List<StatementEntity>> statements(Mutiny.StatelessSession session, UUID id) {
        return session.createSelectionQuery(
                        "from StatementEntity where associationId = :id order by saidAt, id",
                        StatementEntity.class)
                .setParameter("id", id)
                .getResultList();
    }

    private Uni<Optional<Association>> otherConfirmed(
            Mutiny.StatelessSession session, UUID sightingId, String mmsi) {
        return session.createSelectionQuery(
                        "from AssociationEntity where sightingId = :sighting and mmsi <> :mmsi"
                                + " and state = 'confirmed'",
                        AssociationEntity.class)
                .setParameter("sighting", sightingId)
                .setParameter("mmsi", mmsi)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> read(row.record)));
    }

    private Association next(
            Optional<Association> before,
            UUID id,
            Sighting sighting,
            VesselRef vessel,
            List<StatementEntity> rows) {
        return before.map(there -> changed(there, rows))
                .orElseGet(() ->
                        new Association(
                                id,
                                1,
                                null,
                                sighting.id(),
                                vessel,
                                state(rows).state(),
                                told(rows),
                                sighting.synthetic(),
                                now()));
    }

    private Association changed(Association before, List<StatementEntity> rows) {
        return new Association(
                before.id(),
                before.version() + 1,
                before.version(),
                before.sightingId(),
                before.vessel(),
                state(rows).state(),
                told(rows),
                before.synthetic(),
                now());
    }

    private static AssociationState state(List<StatementEntity> rows) {
        return AssociationState.of(
                rows.stream()
                        .filter(row -> row.withdrawnAt == null)
                        .map(row -> new AssociationState.Said(row.saidBy, stance(row.stance)))
                        .toList());
    }

    private static List<Association.Statement> told(List<StatementEntity> rows) {
        return rows.stream()
                .map(row ->
                        new Association.Statement(
                                row.id,
                                stance(row.stance),
                                row.reason,
                                row.username,
                                row.saidAt,
                                row.verdictId,
                                row.verdictVersion,
                                row.withdrawnAt))
                .toList();
    }

    /// Keeps the version and tells it, and every verdict on the two with it.
    private Uni<Association> write(
            Mutiny.StatelessSession session, Association written, List<StatementEntity> rows) {
        var confirmedBy = state(rows).confirmedBy();
        var row = new AssociationEntity();
        row.id = written.id();
        row.version = written.version();
        row.sightingId = written.sightingId();
        row.mmsi = written.vessel().mmsi();
        row.state = written.state().name().toLowerCase(Locale.ROOT);
        row.firstConfirmedBy = confirmedBy.isEmpty() ? null : confirmedBy.getFirst();
        row.secondConfirmedBy = confirmedBy.size() < 2 ? null : confirmedBy.getLast();
        row.record = write(written);
        row.changedAt = written.changedAt();
        return (written.version() == 1 ? session.insert(row) : session.update(row))
                .chain(() -> outbox.append(session, event(written)))
                .chain(() -> verdicts.associated(session, written))
                .chain(() -> sightings.byIds(session, List.of(written.sightingId())))
                .chain(found -> {
                    Sighting sighting = found.get(written.sightingId());
                    return sighting == null
                            ? Uni.createFrom().voidItem()
                            : visits.follow(session, written, sighting);
                })
                .replaceWith(written);
    }

    private static OutboxEvent event(Association association) {
        return new OutboxEvent(
                OutboxEvent.idOf(Association.TYPE, association.id(), association.version()),
                Topics.IMAGERY_VERDICTS,
                association.vessel().mmsi(),
                Association.TYPE,
                association);
    }

    private Uni<Optional<Association>> find(Mutiny.StatelessSession session, UUID id) {
        return session.get(AssociationEntity.class, id)
                .map(row -> Optional.ofNullable(row).map(found -> read(found.record)));
    }

    /// Of one sighting, the newest change first.
    Uni<List<Association>> ofSighting(UUID sightingId) {
        return sessions.withStatelessSession(session ->
                session.createSelectionQuery(
                                "from AssociationEntity where sightingId = :id",
                                AssociationEntity.class)
                        .setParameter("id", sightingId)
                        .getResultList()
                        .map(rows ->
                                rows.stream()
                                        .map(row -> read(row.record))
                                        .sorted(
                                                Comparator.comparing(Association::changedAt)
                                                        .reversed())
                                        .toList()));
    }

    static UUID idOf(UUID sightingId, String mmsi) {
        return OutboxEvent.idOf("association", sightingId, mmsi);
    }

    private static String slug(Stance stance) {
        return stance.name().toLowerCase(Locale.ROOT);
    }

    private static Stance stance(String slug) {
        return Stance.valueOf(slug.toUpperCase(Locale.ROOT));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Association read(String record) {
        try {
            return json.readValue(record, Association.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored association unreadable", fault);
        }
    }

    private String write(Association association) {
        try {
            return json.writeValueAsString(association);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("association not writable: " + association.id(), fault);
        }
    }
}
