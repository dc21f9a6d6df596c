package org.fairlead.cases.lead;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.announce.Announcements;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.evidence.RetractionStore;
import org.fairlead.cases.task.NewTask;
import org.fairlead.cases.task.TaskStore;
import org.fairlead.contracts.ais.VesselIdentity;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Brings the leads of every team up to what the other services report.
///
/// A source record is one lead per team, found again by kind and source id. An older version than
/// the one shown changes nothing, so events may come twice or late.
@ApplicationScoped
public class LeadIntakeStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String KEEP_IDENTITIES =
            """
            insert into vessel (mmsi, version, imo, name, synthetic)
            select mmsi, version, imo, name, synthetic
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                   as r(mmsi text, version int, imo text, name text, synthetic boolean)
            on conflict (mmsi) do update set
                version = excluded.version, imo = excluded.imo, name = excluded.name,
                synthetic = excluded.synthetic
             where vessel.version < excluded.version
            returning mmsi
            """;

    private static final String NAME_LEADS =
            """
            update lead l set vessel_name = coalesce(l.vessel_name, v.name),
                              imo = coalesce(l.imo, v.imo)
              from vessel v
             where v.mmsi in (select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
               and l.mmsi = v.mmsi
               and not exists (select 1 from case_lead x where x.lead_id = l.id)
               and (l.vessel_name is null or l.imo is null)
            """;

    private final Clock clock;
    private final LeadConfig config;
    private final Urgency urgency;
    private final Announcements announcements;
    private final AuditStore audit;
    private final CaseStore cases;
    private final TaskStore tasks;
    private final RetractionStore exhibits;
    private final FreshLeadStore fresh;

    @Inject
    LeadIntakeStore(
            Clock clock,
            LeadConfig config,
            Announcements announcements,
            AuditStore audit,
            CaseStore cases,
            TaskStore tasks,
            RetractionStore exhibits,
            FreshLeadStore fresh) {
        this.clock = clock;
        this.config = config;
        this.urgency = new Urgency(config);
        this.announcements = announcements;
        this.audit = audit;
        this.cases = cases;
        this.tasks = tasks;
        this.exhibits = exhibits;
        this.fresh = fresh;
    }

    public Uni<Void> take(Mutiny.StatelessSession session, LeadSignal signal) {
        return switch (signal) {
            case LeadSignal.Nothing nothing -> Uni.createFrom().voidItem();
            case LeadSignal.Raise raise -> forEachTeam(team -> raise(session, team, raise));
            case LeadSignal.Retract retract ->
                    forEachTeam(team -> retract(session, team, retract))
                            .chain(() ->
                                    exhibits.retracted(
                                            session, retract.sourceId(), retract.reason()));
        };
    }

    /// What is new is raised together; the rest one after the other, in the order in which it was
    /// told.
    public Uni<Void> take(Mutiny.StatelessSession session, List<LeadSignal> signals) {
        var some =
                signals.stream().filter(signal -> !(signal instanceof LeadSignal.Nothing)).toList();
        return fresh.raise(session, some)
                .chain(others -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (LeadSignal signal : others) {
                        all = all.chain(() -> take(session, signal));
                    }
                    return all;
                });
    }

    private Uni<Void> forEachTeam(java.util.function.Function<String, Uni<Void>> work) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String team : config.teams()) {
            all = all.chain(() -> work.apply(team));
        }
        return all;
    }

    private Uni<Void> raise(Mutiny.StatelessSession session, String team, LeadSignal.Raise signal) {
        return find(session, team, signal.kind(), signal.source().id())
                .chain(found ->
                        found.isEmpty()
                                ? fresh.raise(session, team, signal)
                                : known(session, signal.vessel())
                                        .chain(vessel ->
                                                renew(session, found.get(), signal, vessel)));
    }

    private Uni<Void> renew(
            Mutiny.StatelessSession session,
            LeadEntity row,
            LeadSignal.Raise signal,
            LeadVessel vessel) {
        if (signal.source().version() <= row.sourceVersion) {
            return Uni.createFrom().voidItem();
        }
        if (signal.priority() != row.priority) {
            row.dueAt = urgency.dueAt(signal.priority(), row.raisedAt);
        }
        if (row.isDismissedBySource) {
            row.state = LeadState.NEW;
            row.dismissedReason = null;
            row.isDismissedBySource = false;
        }
        row.show(signal, vessel, clock.instant());
        String title = "The source has a newer version: " + row.title();
        return changed(session, row)
                .chain(() ->
                        inEachCase(
                                session,
                                row,
                                "source-changed",
                                title,
                                "Version %d. %s".formatted(row.sourceVersion, signal.change()),
                                null));
    }

    private Uni<Void> retract(
            Mutiny.StatelessSession session, String team, LeadSignal.Retract signal) {
        return find(session, team, signal.kind(), signal.sourceId())
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : retract(session, found.get(), signal));
    }

    private Uni<Void> retract(
            Mutiny.StatelessSession session, LeadEntity row, LeadSignal.Retract signal) {
        if (signal.sourceVersion() <= row.sourceVersion) {
            return Uni.createFrom().voidItem();
        }
        boolean isNews = !row.isRetracted;
        row.sourceVersion = signal.sourceVersion();
        row.isRetracted = true;
        row.changedAt = clock.instant();
        if (row.state == LeadState.NEW || row.state == LeadState.SNOOZED) {
            // Nobody has to decide on what no longer holds; it stays readable among the dismissed.
            row.state = LeadState.DISMISSED;
            row.dismissedReason = "Taken back by the source. " + signal.reason();
            row.isDismissedBySource = true;
            row.snoozedUntil = null;
        }
        String title = "The source took back: " + row.title();
        NewTask task =
                NewTask.of(
                        within("Upstream retracted: " + row.title()),
                        "%s What was frozen from it stays as it is; check what rests on it."
                                .formatted(signal.reason()));
        return changed(session, row)
                .chain(() ->
                        isNews
                                ? inEachCase(
                                        session,
                                        row,
                                        "source-retracted",
                                        title,
                                        signal.reason(),
                                        task)
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> changed(Mutiny.StatelessSession session, LeadEntity row) {
        row.version++;
        return session.update(row)
                .chain(() ->
                        audit.append(
                                session,
                                row.team,
                                Actor.PLATFORM,
                                row.id,
                                row.isRetracted ? "source-retracted" : "source-changed",
                                row.id.toString(),
                                "source version " + row.sourceVersion))
                .chain(() ->
                        announcements.ofLead(
                                session, "lead-changed", row.team, row.id, row.version));
    }

    private Uni<Void> inEachCase(
            Mutiny.StatelessSession session,
            LeadEntity row,
            String action,
            String title,
            String detail,
            @Nullable NewTask task) {
        return LeadReadStore.caseIds(session, List.of(row.id))
                .chain(byLead -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (UUID caseId : byLead.getOrDefault(row.id, List.of())) {
                        Deed deed = Deed.of(action, row.id, title).inHistory(title, detail);
                        all =
                                all.chain(() ->
                                        told(
                                                session,
                                                row,
                                                caseId,
                                                deed,
                                                Optional.ofNullable(task)));
                    }
                    return all;
                });
    }

    private Uni<Void> told(
            Mutiny.StatelessSession session,
            LeadEntity row,
            UUID caseId,
            Deed deed,
            Optional<NewTask> task) {
        return cases.changed(session, caseId, Actor.PLATFORM, row.synthetic, deed)
                .chain(owner ->
                        task.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : tasks.openOnce(
                                                session,
                                                owner.team(),
                                                caseId,
                                                Actor.PLATFORM,
                                                task.get(),
                                                "retraction:%s:%d"
                                                        .formatted(row.id, row.sourceVersion))
                                        .replaceWithVoid());
    }

    private static String within(String title) {
        int longest = 300;
        return title.length() <= longest ? title : title.substring(0, longest - 1) + "…";
    }

    private static Uni<Optional<LeadEntity>> find(
            Mutiny.StatelessSession session, String team, LeadKind kind, String sourceId) {
        return session.createSelectionQuery(
                        "from LeadEntity l where l.team = :team and l.kind = :kind"
                                + " and l.sourceId = :source",
                        LeadEntity.class)
                .setParameter("team", team)
                .setParameter("kind", kind)
                .setParameter("source", sourceId)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /// What the event leaves out is filled from what the transmitter said before.
    private static Uni<LeadVessel> known(Mutiny.StatelessSession session, LeadVessel vessel) {
        if (vessel.mmsi() == null || vessel.name() != null && vessel.imo() != null) {
            return Uni.createFrom().item(vessel);
        }
        return session.get(VesselEntity.class, vessel.mmsi())
                .onItem()
                .transform(row -> row == null ? vessel : row.fill(vessel));
    }

    /// Keeps the newest identities, and names leads that had none. What is in a case keeps the
    /// words under which it was attached.
    public Uni<Void> identify(Mutiny.StatelessSession session, List<VesselIdentity> identities) {
        return session.createNativeQuery(KEEP_IDENTITIES, String.class)
                .setParameter(1, rows(identities))
                .getResultList()
                .chain(changed ->
                        changed.isEmpty() ? Uni.createFrom().voidItem() : name(session, changed));
    }

    private static String rows(List<VesselIdentity> identities) {
        var newest = new LinkedHashMap<String, VesselIdentity>();
        for (VesselIdentity identity : identities) {
            newest.merge(identity.mmsi(), identity, (a, b) -> a.version() >= b.version() ? a : b);
        }
        var rows = JSON.createArrayNode();
        for (VesselIdentity identity : newest.values()) {
            rows.addObject()
                    .put("mmsi", identity.mmsi())
                    .put("version", identity.version())
                    .put("imo", identity.imo())
                    .put("name", identity.name())
                    .put("synthetic", identity.synthetic());
        }
        return rows.toString();
    }

    private static Uni<Void> name(Mutiny.StatelessSession session, List<String> mmsis) {
        return session.createNativeQuery(NAME_LEADS)
                .setParameter(1, JSON.valueToTree(mmsis).toString())
                .executeUpdate()
                .replaceWithVoid();
    }
}
