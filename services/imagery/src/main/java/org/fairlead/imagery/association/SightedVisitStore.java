package org.fairlead.imagery.association;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.imagery.Association;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.sea.Sea;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/// Port visits that rest on images, told in the transaction that confirms one or takes it back.
@ApplicationScoped
class SightedVisitStore {

    private final Sea sea;
    private final Outbox outbox;
    private final ObjectMapper json;

    @Inject
    SightedVisitStore(Sea sea, Outbox outbox, ObjectMapper json) {
        this.sea = sea;
        this.outbox = outbox;
        this.json = json;
    }

    Uni<Void> follow(Mutiny.StatelessSession session, Association association, Sighting sighting) {
        return session.get(SightedVisitEntity.class, SightedVisit.idOf(association))
                .chain(row -> {
                    Optional<Activity> before = Optional.ofNullable(row).map(this::read);
                    return SightedVisit.next(
                                    association,
                                    sighting,
                                    SightedVisit.port(sea.ports(), sighting),
                                    before)
                            .map(visit -> write(session, visit))
                            .orElseGet(() -> Uni.createFrom().voidItem());
                });
    }

    private Uni<Void> write(Mutiny.StatelessSession session, Activity visit) {
        var row = new SightedVisitEntity();
        row.id = visit.id();
        row.version = visit.version();
        try {
            row.record = json.writeValueAsString(visit);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("visit not writable: " + visit.id(), fault);
        }
        return (visit.version() == 1 ? session.insert(row) : session.update(row))
                .chain(() -> outbox.append(session, event(visit)));
    }

    private static OutboxEvent event(Activity visit) {
        var vessel = java.util.Objects.requireNonNull(visit.vessel());
        return new OutboxEvent(
                OutboxEvent.idOf(SightedVisit.TYPE, visit.id(), visit.version()),
                Topics.AIS_ACTIVITIES,
                vessel.mmsi(),
                SightedVisit.TYPE,
                visit);
    }

    private Activity read(SightedVisitEntity row) {
        try {
            return json.readValue(row.record, Activity.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored visit unreadable: " + row.id, fault);
        }
    }
}
