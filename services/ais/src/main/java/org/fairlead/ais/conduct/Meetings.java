package org.fairlead.ais.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.ais.anomaly.ZoneRule;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.Outlet;
import org.fairlead.ais.encounter.Meeting;
import org.fairlead.ais.encounter.Nearness;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Publication;
import org.fairlead.ais.finding.Told;
import org.fairlead.contracts.ais.Activity;
import org.jspecify.annotations.Nullable;

/// Where ships meet: cells of points at one time, from which contacts go on to the cell of a pair;
/// and cells of anomalies, which tell zones.
final class Meetings implements CellRule<Meetings.State> {

    private static final int MOST_KNOWN = 500;
    private static final String RETRACTION = "Late data shows that it was not so.";

    private final RuleSet settings;
    private final Nearness nearness;
    private final ZoneRule zones;

    Meetings(RuleSet settings) {
        this.settings = settings;
        this.nearness = Nearness.of(settings.encounter());
        this.zones = new ZoneRule(settings.anomaly());
    }

    /// Keys of zones are below zero, those of points are not.
    static long zoneKey(int cell) {
        return -1L - cell;
    }

    /// What a cell remembers.
    sealed interface State {}

    /// The ships of a cell of points.
    record Points(Meeting there) implements State {}

    @Override
    public @Nullable State on(
            @Nullable State state, long cell, byte[] note, long storedMillis, Outlet outlet) {
        if (cell < 0) {
            return onZone((ZoneState) state, (int) (-1L - cell), note, storedMillis, outlet);
        }
        var before = state == null ? Meeting.NONE : ((Points) state).there();
        var after = before.on(cell, note, nearness, outlet::toCell);
        return after.isEmpty() ? null : after == before ? state : new Points(after);
    }

    /// Points begin with their number, five hundred at most, in two bytes; zones are JSON.
    @Override
    public byte[] encode(State state) {
        return switch (state) {
            case Points points -> points.there().encode();
            case ZoneState zone -> FindingJson.write(zone);
        };
    }

    @Override
    public State decode(byte[] bytes) {
        return FindingJson.isWritten(bytes)
                ? FindingJson.read(bytes, ZoneState.class)
                : new Points(Meeting.decode(bytes, nearness));
    }

    @Override
    public boolean hasTimes() {
        return true;
    }

    @Override
    public long timeOf(long cell, byte[] note) {
        return cell < 0 ? TIMELESS : Meeting.slotOf(note);
    }

    @Override
    public long timeOf(State state) {
        return switch (state) {
            case Points points -> points.there().slot();
            case ZoneState zone -> TIMELESS;
        };
    }

    @Override
    public Optional<CellRule<?>> then() {
        return Optional.of(new Pairs(settings.encounter()));
    }

    /// What a cell of zones remembers, as JSON.
    record ZoneState(List<Activity> known, List<Told> told) implements State {}

    private ZoneState onZone(
            @Nullable ZoneState state, int cell, byte[] note, long storedMillis, Outlet outlet) {
        var before = state == null ? new ZoneState(List.of(), List.of()) : state;
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
        return new ZoneState(known, book.entries());
    }
}
