package org.fairlead.ais.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.ais.anomaly.ZoneRule;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.Outlet;
import org.fairlead.ais.encounter.Contacts;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Publication;
import org.fairlead.ais.finding.Told;
import org.fairlead.contracts.ais.Activity;
import org.jspecify.annotations.Nullable;

/// Where ships meet: cells of points at one time, from which contacts go on to the cell of a pair;
/// and cells of anomalies, which tell zones.
final class Meetings implements CellRule {

    private static final int MOST_KNOWN = 500;
    private static final String RETRACTION = "Late data shows that it was not so.";

    private final RuleSet settings;
    private final ZoneRule zones;

    Meetings(RuleSet settings) {
        this.settings = settings;
        this.zones = new ZoneRule(settings.anomaly());
    }

    /// Keys of zones are below zero, those of points are not.
    static long zoneKey(int cell) {
        return -1L - cell;
    }

    @Override
    public byte @Nullable [] on(
            byte @Nullable [] state, long cell, byte[] note, long storedMillis, Outlet outlet) {
        return cell < 0
                ? onZone(state, (int) (-1L - cell), note, storedMillis, outlet)
                : Contacts.on(state, note, settings.encounter(), outlet::toCell);
    }

    @Override
    public Optional<CellRule> then() {
        return Optional.of(new Pairs(settings.encounter()));
    }

    /// What a cell of zones remembers, as JSON.
    record ZoneState(List<Activity> known, List<Told> told) {}

    private byte[] onZone(
            byte @Nullable [] state, int cell, byte[] note, long storedMillis, Outlet outlet) {
        var before =
                state == null
                        ? new ZoneState(List.of(), List.of())
                        : FindingJson.read(state, ZoneState.class);
        var change = FindingJson.read(note, Activity.class);
        var known = new ArrayList<>(before.known());
        known.removeIf(one -> one.id().equals(change.id()));
        if (change.state() != Activity.State.RETRACTED) {
            known.add(change);
        }
        var book = new Book(before.told());
        var settled = Instant.MIN;
        if (known.size() > MOST_KNOWN) {
            var oldest = known.removeFirst();
            settled = oldest.from().plusMillis(1);
        }
        var news =
                book.news(
                        zones.on(cell, known),
                        settled,
                        RETRACTION,
                        outlet::vessel,
                        Instant.ofEpochMilli(storedMillis));
        news.forEach(one -> outlet.publish(Publication.of(one)));
        return FindingJson.write(new ZoneState(known, book.entries()));
    }
}
