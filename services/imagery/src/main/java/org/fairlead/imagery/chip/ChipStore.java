package org.fairlead.imagery.chip;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/// Which pictures belong to a sighting. The bytes are in the blob store before a row names them.
@ApplicationScoped
class ChipStore {

    private final Mutiny.SessionFactory sessions;

    @Inject
    ChipStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /// @param isNew false where the name is taken: `chip` is then what it is taken by
    record Added(Chip chip, boolean isNew) {}

    Uni<Added> add(Chip chip) {
        UUID id = OutboxEvent.idOf("chip", chip.sightingId(), chip.name());
        return sessions.withStatelessTransaction(session ->
                session.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                        .setParameter(1, id.getMostSignificantBits())
                        .getSingleResult()
                        .chain(() -> session.get(ChipEntity.class, id))
                        .chain(row ->
                                row != null
                                        ? Uni.createFrom().item(new Added(chip(row), false))
                                        : session.insert(row(id, chip))
                                                .replaceWith(new Added(chip, true))));
    }

    Uni<Optional<Chip>> find(UUID sightingId, String name) {
        return sessions.withStatelessSession(session ->
                session.get(ChipEntity.class, OutboxEvent.idOf("chip", sightingId, name))
                        .map(row -> Optional.ofNullable(row).map(ChipStore::chip)));
    }

    Uni<List<Chip>> of(UUID sightingId) {
        return sessions.withStatelessSession(session ->
                session.createSelectionQuery(
                                "from ChipEntity where sightingId = :id order by addedAt, name",
                                ChipEntity.class)
                        .setParameter("id", sightingId)
                        .getResultList()
                        .map(rows -> rows.stream().map(ChipStore::chip).toList()));
    }

    private static ChipEntity row(UUID id, Chip chip) {
        var row = new ChipEntity();
        row.id = id;
        row.sightingId = chip.sightingId();
        row.name = chip.name();
        row.sha256 = chip.sha256();
        row.mediaType = chip.mediaType();
        row.sizeBytes = chip.sizeBytes();
        row.widthPixels = chip.widthPixels();
        row.heightPixels = chip.heightPixels();
        row.graphic = chip.isGraphic();
        row.metresPerPixel = chip.metresPerPixel();
        row.xPixels = chip.xPixels();
        row.yPixels = chip.yPixels();
        row.upDegrees = chip.upDegrees();
        row.addedBy = chip.addedBy();
        row.addedAt = chip.addedAt();
        return row;
    }

    private static Chip chip(ChipEntity row) {
        return new Chip(
                row.sightingId,
                row.name,
                row.sha256,
                row.mediaType,
                row.sizeBytes,
                row.widthPixels,
                row.heightPixels,
                row.graphic,
                row.metresPerPixel,
                row.xPixels,
                row.yPixels,
                row.upDegrees,
                row.addedBy,
                row.addedAt);
    }
}
