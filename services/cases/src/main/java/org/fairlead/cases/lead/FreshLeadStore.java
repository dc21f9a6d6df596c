package org.fairlead.cases.lead;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.announce.Announcements;
import org.fairlead.cases.inbox.InboxRuleStore;
import org.fairlead.cases.request.Person;
import org.fairlead.cases.watch.Sighted;
import org.fairlead.cases.watch.WatchStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// Raises the leads of a poll that nobody had before, in the same few statements however many they
/// are: an import of days brings thousands, and one after the other each would cost a dozen round
/// trips for every team.
@ApplicationScoped
class FreshLeadStore {

    private static final int ROWS_PER_STATEMENT = 50;

    private final Clock clock;
    private final LeadConfig config;
    private final Urgency urgency;
    private final Announcements announcements;
    private final InboxRuleStore inboxes;
    private final WatchStore watches;

    @Inject
    FreshLeadStore(
            Clock clock,
            LeadConfig config,
            Announcements announcements,
            InboxRuleStore inboxes,
            WatchStore watches) {
        this.clock = clock;
        this.config = config;
        this.urgency = new Urgency(config);
        this.announcements = announcements;
        this.inboxes = inboxes;
        this.watches = watches;
    }

    private record Key(LeadKind kind, String sourceId) {}

    /// Raises those whose source no team knows, and answers the others, in their order.
    Uni<List<LeadSignal>> raise(Mutiny.StatelessSession session, List<LeadSignal> signals) {
        var alone = mentionedOnce(signals);
        if (alone.size() < 2) {
            return Uni.createFrom().item(signals);
        }
        return known(session, alone)
                .chain(known -> {
                    var fresh = new ArrayList<LeadSignal.Raise>();
                    var others = new ArrayList<LeadSignal>();
                    for (LeadSignal signal : signals) {
                        if (signal instanceof LeadSignal.Raise raise
                                && alone.contains(key(raise))
                                && !known.contains(key(raise))) {
                            fresh.add(raise);
                        } else {
                            others.add(signal);
                        }
                    }
                    return insert(session, fresh).replaceWith(others);
                });
    }

    private static Key key(LeadSignal.Raise raise) {
        return new Key(raise.kind(), raise.source().id());
    }

    /// What a poll says twice of one source has an order, and is left to be taken in it.
    private static Set<Key> mentionedOnce(List<LeadSignal> signals) {
        var mentions = new HashMap<Key, Integer>();
        var raised = new LinkedHashSet<Key>();
        for (LeadSignal signal : signals) {
            switch (signal) {
                case LeadSignal.Nothing nothing -> {}
                case LeadSignal.Raise raise -> {
                    mentions.merge(key(raise), 1, Integer::sum);
                    raised.add(key(raise));
                }
                case LeadSignal.Retract retract ->
                        mentions.merge(
                                new Key(retract.kind(), retract.sourceId()), 1, Integer::sum);
            }
        }
        raised.removeIf(key -> mentions.getOrDefault(key, 0) > 1);
        return raised;
    }

    private Uni<Set<Key>> known(Mutiny.StatelessSession session, Set<Key> keys) {
        return session.createSelectionQuery(
                        "from LeadEntity l where l.team in :teams and l.kind in :kinds"
                                + " and l.sourceId in :sources",
                        LeadEntity.class)
                .setParameter("teams", config.teams())
                .setParameter("kinds", keys.stream().map(Key::kind).distinct().toList())
                .setParameter("sources", keys.stream().map(Key::sourceId).toList())
                .getResultList()
                .map(rows -> {
                    var known = new HashSet<Key>();
                    rows.forEach(row -> known.add(new Key(row.kind, row.sourceId)));
                    return known;
                });
    }

    /// Raises one that the team is known not to have.
    Uni<Void> raise(Mutiny.StatelessSession session, String team, LeadSignal.Raise signal) {
        return vessels(session, List.of(signal))
                .chain(vessels -> insert(session, team, List.of(signal), vessels));
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, List<LeadSignal.Raise> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return vessels(session, fresh)
                .chain(vessels -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (String team : config.teams()) {
                        all = all.chain(() -> insert(session, team, fresh, vessels));
                    }
                    return all;
                });
    }

    private Uni<Void> insert(
            Mutiny.StatelessSession session,
            String team,
            List<LeadSignal.Raise> fresh,
            Map<String, VesselEntity> vessels) {
        return inboxes.next(session, team, fresh.size())
                .chain(people -> {
                    var rows = new ArrayList<LeadEntity>();
                    var sighted = new ArrayList<Sighted>();
                    for (int i = 0; i < fresh.size(); i++) {
                        var row = row(team, fresh.get(i), people.get(i), vessels);
                        rows.add(row);
                        sighted.add(row.sighted(fresh.get(i).why()));
                    }
                    return session.insertAll(ROWS_PER_STATEMENT, rows.toArray())
                            .chain(() ->
                                    announcements.ofNewLeads(
                                            session,
                                            team,
                                            rows.stream().map(row -> row.id).toList()))
                            .chain(() -> watches.tell(session, sighted));
                });
    }

    private LeadEntity row(
            String team,
            LeadSignal.Raise signal,
            Optional<Person> assignee,
            Map<String, VesselEntity> vessels) {
        Instant now = clock.instant();
        var row = new LeadEntity();
        row.id = TimeOrderedId.at(now);
        row.team = team;
        row.version = 1;
        row.state = LeadState.NEW;
        row.kind = signal.kind();
        row.sourceId = signal.source().id();
        row.raisedAt = now;
        row.dueAt = urgency.dueAt(signal.priority(), now);
        row.assignee = assignee.map(Person::requiredSubject).orElse(null);
        row.assigneeName = assignee.map(Person::requiredName).orElse(null);
        var known = signal.vessel().mmsi() == null ? null : vessels.get(signal.vessel().mmsi());
        row.show(signal, known == null ? signal.vessel() : known.fill(signal.vessel()), now);
        return row;
    }

    private static Uni<Map<String, VesselEntity>> vessels(
            Mutiny.StatelessSession session, List<LeadSignal.Raise> signals) {
        var mmsis =
                signals.stream()
                        .map(signal -> signal.vessel().mmsi())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (mmsis.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from VesselEntity v where v.mmsi in :mmsis", VesselEntity.class)
                .setParameter("mmsis", mmsis)
                .getResultList()
                .map(rows -> {
                    var byMmsi = new HashMap<String, VesselEntity>();
                    rows.forEach(row -> byMmsi.put(row.mmsi, row));
                    return byMmsi;
                });
    }
}
