package org.fairlead.cases.announce;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Writes `cases.changes`, in the transaction of the change: ids and kinds, no content.
@ApplicationScoped
public class Announcements {

    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Announcements(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> ofCase(
            Mutiny.StatelessSession session, String kind, String team, UUID caseId, int version) {
        return append(session, kind, team, caseId, null, version);
    }

    public Uni<Void> ofLead(
            Mutiny.StatelessSession session, String kind, String team, UUID leadId, int version) {
        return append(session, kind, team, null, leadId, version);
    }

    /// Of leads raised together.
    public Uni<Void> ofNewLeads(Mutiny.StatelessSession session, String team, List<UUID> leadIds) {
        return outbox.append(
                session,
                leadIds.stream()
                        .map(leadId -> event("lead-raised", team, null, leadId, 1))
                        .toList());
    }

    /// About a lead, for those who see the case it is in.
    public Uni<Void> ofLeadInCase(
            Mutiny.StatelessSession session,
            String kind,
            String team,
            UUID leadId,
            UUID caseId,
            int version) {
        return append(session, kind, team, caseId, leadId, version);
    }

    private Uni<Void> append(
            Mutiny.StatelessSession session,
            String kind,
            String team,
            @Nullable UUID caseId,
            @Nullable UUID leadId,
            int version) {
        return outbox.append(session, event(kind, team, caseId, leadId, version));
    }

    private OutboxEvent event(
            String kind, String team, @Nullable UUID caseId, @Nullable UUID leadId, int version) {
        var now = clock.instant();
        var change =
                new CaseChange(TimeOrderedId.at(now), team, kind, caseId, leadId, version, now);
        String key = String.valueOf(caseId == null ? leadId : caseId);
        return new OutboxEvent(change.id(), Topics.CASES_CHANGES, key, CaseChange.TYPE, change);
    }
}
