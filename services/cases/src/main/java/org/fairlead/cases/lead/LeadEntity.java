package org.fairlead.cases.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Person;
import org.fairlead.cases.watch.Sighted;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "lead")
@SuppressWarnings("NullAway.Init")
class LeadEntity {

    @Id UUID id;
    String team;
    int version;

    @Enumerated(EnumType.STRING)
    LeadState state;

    @Enumerated(EnumType.STRING)
    LeadKind kind;

    String headline;

    /// JSON text of the list of [Reason].
    String why;

    @Nullable String mmsi;
    @Nullable String imo;
    @Nullable String vesselName;
    @Nullable Instant occurredFrom;
    @Nullable Instant occurredTo;
    @Nullable Double latitude;
    @Nullable Double longitude;
    @Nullable String sourceService;
    String sourceId;
    int sourceVersion;
    @Nullable String sourceHref;
    boolean isRetracted;
    boolean synthetic;

    @Enumerated(EnumType.STRING)
    Priority priority;

    Instant dueAt;
    Instant raisedAt;
    Instant changedAt;
    @Nullable String dismissedReason;

    /// Dismissed because the source took it back, not by a person.
    boolean isDismissedBySource;

    @Nullable Instant snoozedUntil;
    @Nullable String assignee;
    @Nullable String assigneeName;

    /// When its time was over and somebody else was told.
    @Nullable Instant escalatedAt;

    /// Of one that a person raised: what another one has that is the same.
    @Nullable String likeness;

    /// Takes what a version of the source record says.
    void show(LeadSignal.Raise signal, LeadVessel vessel, Instant now) {
        headline = signal.headline();
        why = Reasons.write(signal.why());
        mmsi = vessel.mmsi();
        imo = vessel.imo();
        vesselName = vessel.name();
        occurredFrom = signal.occurredFrom();
        occurredTo = signal.occurredTo();
        latitude = signal.latitudeDegrees();
        longitude = signal.longitudeDegrees();
        sourceService = signal.source().service();
        sourceVersion = signal.source().version();
        sourceHref = signal.source().href();
        synthetic = signal.synthetic();
        priority = signal.priority();
        isRetracted = false;
        changedAt = now;
    }

    LeadVessel vessel() {
        return new LeadVessel(mmsi, imo, vesselName);
    }

    boolean hasVessel() {
        return mmsi != null || imo != null || vesselName != null;
    }

    String title() {
        return hasVessel() ? vessel().label() + ": " + headline : headline;
    }

    /// A lead put off comes back by itself when its time has passed. Attached is what is in a case
    /// the present caller sees; the row itself does not know.
    private LeadState stateAt(Instant now, List<UUID> caseIds) {
        if (!caseIds.isEmpty()) {
            return LeadState.ATTACHED;
        }
        return state == LeadState.SNOOZED && snoozedUntil != null && !snoozedUntil.isAfter(now)
                ? LeadState.NEW
                : state;
    }

    Lead lead(Instant now, List<Reason> reasons, List<UUID> caseIds) {
        LeadState present = stateAt(now, caseIds);
        return new Lead(
                id,
                version,
                team,
                present,
                kind,
                title(),
                reasons,
                hasVessel() ? vessel() : null,
                occurredFrom,
                occurredTo,
                latitude,
                longitude,
                source(),
                isRetracted,
                synthetic,
                priority,
                dueAt,
                present == LeadState.NEW && dueAt.isBefore(now),
                raisedAt,
                present == LeadState.ATTACHED ? null : dismissedReason,
                present == LeadState.SNOOZED ? snoozedUntil : null,
                caseIds,
                Person.of(assignee, assigneeName),
                escalatedAt);
    }

    /// All of it that somebody may search for or watch.
    Sighted sighted(List<Reason> reasons) {
        var words = new StringBuilder(title());
        for (String more : new @Nullable String[] {mmsi, imo, kind.slug()}) {
            if (more != null) {
                words.append(' ').append(more);
            }
        }
        reasons.forEach(reason -> words.append(' ').append(reason.statement()));
        return new Sighted(team, id, mmsi, imo, latitude, longitude, title(), words.toString());
    }

    private @Nullable SourceRef source() {
        return sourceService == null
                ? null
                : new SourceRef(sourceService, sourceKind(), sourceId, sourceVersion, sourceHref);
    }

    /// What the record can be frozen as.
    private String sourceKind() {
        return switch (kind) {
            case SILENCE, VERDICT, MATCH, MANUAL -> kind.slug();
            case ENCOUNTER, LOITERING, POSITION, IDENTITY, DRAUGHT, PORT_CALL -> "activity";
        };
    }
}
