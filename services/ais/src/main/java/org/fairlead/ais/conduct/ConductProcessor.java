package org.fairlead.ais.conduct;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.anomaly.ZoneRule;
import org.fairlead.ais.derivation.CellNote;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.derivation.HeardTransmitter;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.ObjectStoreBuilder;
import org.fairlead.ais.derivation.Room;
import org.fairlead.ais.encounter.GridPoints;
import org.fairlead.ais.encounter.Point;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Publication;
import org.fairlead.ais.memory.LastUsed;
import org.fairlead.ais.memory.SecondChance;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleCodec;
import org.fairlead.ais.sample.SampleDay;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.frame.Fix;
import org.jspecify.annotations.Nullable;

/// Runs the rules of one ship after another on her samples, for one partition of frames.
///
/// A sample newer than all before goes through the rules at once. One that comes late goes to its
/// place, and the rules are run anew over all that is remembered: so what holds follows from the
/// reports, not from their order.
final class ConductProcessor implements Processor<String, HeardFrame, String, Derived> {

    static final String DAYS = "conduct-days";
    static final String SHIPS = "conduct-ships";

    private static final Duration LOOKS_AGAIN_EVERY = Duration.ofSeconds(1);

    /// Ships of which it is seen each time whether they have said something new of themselves.
    private static final int LOOKS_AT_IDENTITIES = 500;

    /// Of one day each; up to some kilobytes.
    private static final Room ROOM_FOR_DAYS = new Room(6_000, 16 << 20);

    /// Most ships have nothing told of them; of others it is some kilobytes.
    private static final Room ROOM_FOR_SHIPS = new Room(6_000, 4 << 20);

    private static final int MOST_NEWEST_KEPT = 50_000;

    /// Ships that are looked at for one that may go from memory.
    private static final int MOST_TRIES = 16;

    private static final String RETRACTION = "Late data shows that it was not so.";

    private final RuleSet settings;
    private final GridPoints grid;
    private final ZoneRule zones;
    private final MeterRegistry meters;
    private final long everyMillis;

    private final SecondChance<Integer, Ship> ships = new SecondChance<>();

    /// The stretch and tenth of a degree of the sample kept last: most reports end here.
    private final LastUsed<Integer, Sample> newestKept = new LastUsed<>(MOST_NEWEST_KEPT);

    private final Set<Integer> stale = new TreeSet<>();

    /// Ships with a stored state: most have none, and looking for it on the disk each time costs as
    /// much as their samples.
    private final Set<Integer> known = new HashSet<>();

    private Iterator<Integer> whoseIdentity = Collections.emptyIterator();
    private final InPort inPort;

    private ProcessorContext<String, Derived> context;
    private StoredDays days;
    private ObjectStore<Integer, ShipState> states;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    ConductProcessor(RuleSet settings, MeterRegistry meters) {
        this.settings = settings;
        this.grid = settings.grid();
        this.zones = new ZoneRule(settings.anomaly());
        this.meters = meters;
        this.everyMillis = settings.sample().every().toMillis();
        this.inPort = new InPort(settings.portCall().endsAfterSilence().toMillis());
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                new ObjectStoreBuilder<Long, SampleDay>(
                        DAYS,
                        Serdes.Long(),
                        day -> SampleCodec.encode(day.inOrder()),
                        bytes -> new SampleDay(SampleCodec.decode(bytes)),
                        ROOM_FOR_DAYS),
                new ObjectStoreBuilder<Integer, ShipState>(
                        SHIPS,
                        Serdes.Integer(),
                        FindingJson::write,
                        bytes -> FindingJson.read(bytes, ShipState.class),
                        ROOM_FOR_SHIPS));
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        states = context.getStateStore(SHIPS);
        vessels = KnownVessels.of(context);
        // A task that is revived after a failed commit begins again with the same processor: what
        // is in memory may never have been committed.
        ships.clear();
        newestKept.clear();
        stale.clear();
        known.clear();
        inPort.clear();
        whoseIdentity = Collections.emptyIterator();
        days = new StoredDays(context.getStateStore(DAYS));
        // What was late when the process ended is worked in by the next.
        states.forEach((mmsi, state) -> {
            known.add(mmsi);
            if (state.isStale()) {
                stale.add(mmsi);
            }
            state.told().forEach(one -> inPort.restore(mmsi, one.activity()));
        });
        context.schedule(LOOKS_AGAIN_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> lookAgain(now));
    }

    @Override
    public void process(Record<String, HeardFrame> record) {
        var frame = record.value();
        inPort.heard(frame.source(), frame.watermarkMillis());
        for (HeardTransmitter heard : frame.transmitters()) {
            take(heard, frame.source(), record.timestamp());
        }
    }

    private void take(HeardTransmitter heard, String source, long timestamp) {
        @Nullable Ship ship = null;
        var touched = new ArrayList<Integer>(2);
        boolean isChanged = false;
        for (List<Fix> fixes : List.of(heard.fixes(), heard.late())) {
            for (Fix fix : fixes) {
                var sample = Sample.of(fix, source);
                if (isOfTheStretchOf(newestKept.get(heard.mmsi()), sample)) {
                    continue;
                }
                ship = ship == null ? ship(heard.mmsi(), timestamp) : ship;
                int day = SampleDay.dayOf(sample.atMillis());
                if (day < ship.settledDay) {
                    meters.counter("fairlead.ais.conduct.too-late").increment();
                    continue;
                }
                var change = ship.day(day).add(sample, everyMillis);
                if (change.isEmpty()) {
                    continue;
                }
                if (!touched.contains(day)) {
                    touched.add(day);
                }
                isChanged |= step(ship, change.get());
                sendPoints(ship, change.get(), timestamp);
            }
        }
        if (ship == null) {
            return;
        }
        for (int day : touched) {
            days.put(ship.mmsi, day, ship.day(day));
        }
        boolean isForgetting = false;
        while (ship.days() > settings.sample().rememberedDays()) {
            days.delete(ship.mmsi, ship.forgetOldest());
            isForgetting = true;
        }
        if (ship.isStale && ship.days() <= settings.sample().promptDays()) {
            workInLate(ship, timestamp);
            isChanged = true;
        } else if (ship.isStale && stale.add(ship.mmsi)) {
            save(ship);
        }
        if (isForgetting) {
            save(ship);
        }
        if (isChanged && !ship.isStale) {
            tell(ship, timestamp);
        }
        ship.trim();
    }

    /// Whether a report is of the stretch of time and tenth of a degree of the newest sample, and
    /// no earlier: then another is kept.
    private boolean isOfTheStretchOf(@Nullable Sample newest, Sample sample) {
        return newest != null
                && Math.floorDiv(newest.atMillis(), everyMillis)
                        == Math.floorDiv(sample.atMillis(), everyMillis)
                && Math.floorDiv(newest.latitude(), 60_000)
                        == Math.floorDiv(sample.latitude(), 60_000)
                && Math.floorDiv(newest.longitude(), 60_000)
                        == Math.floorDiv(sample.longitude(), 60_000)
                && Sample.ORDER.compare(newest, sample) <= 0;
    }

    private boolean step(Ship ship, SampleDay.Change change) {
        var newest = ship.newest;
        var sample = change.added();
        boolean isNewest = newest == null || Sample.ORDER.compare(newest, sample) < 0;
        if (change.instead().isPresent() || !isNewest) {
            ship.isStale = true;
            return false;
        }
        ship.newest = sample;
        newestKept.put(ship.mmsi, sample);
        return !ship.isStale && ship.rules.accept(sample);
    }

    /// Runs the rules anew over all that is remembered of a ship. When they now tell other reports
    /// of hers to be from where she was not, her points are other ones, too.
    private void workInLate(Ship ship, long timestamp) {
        var before = ship.displaced;
        runAnew(ship);
        if (!before.equals(ship.rules.displaced())) {
            var was = points(ship);
            ship.displaced = ship.rules.displaced();
            sendPoints(was, points(ship), timestamp);
        }
        ship.displaced = ship.rules.displaced();
    }

    private void runAnew(Ship ship) {
        var rules = new ShipRules(ship.mmsi, settings, ship.trade);
        for (Sample sample : ship.all()) {
            rules.accept(sample);
            ship.newest = sample;
        }
        if (ship.newest != null) {
            newestKept.put(ship.mmsi, ship.newest);
        }
        ship.rules = rules;
        ship.isStale = false;
        stale.remove(ship.mmsi);
    }

    private void tell(Ship ship, long timestamp) {
        var settled =
                ship.settledDay == 0
                        ? Instant.MIN
                        : Instant.ofEpochMilli(Duration.ofDays(ship.settledDay).toMillis());
        var holding =
                ship.rules.findings(heardUntil(ship)).stream()
                        .filter(one ->
                                one.isOpen()
                                        || !(one.to() == null ? one.from() : one.to())
                                                .isBefore(settled))
                        .toList();
        var news =
                ship.book.news(
                        Continued.of(holding, ship.book, settled),
                        settled,
                        RETRACTION,
                        vessels::of,
                        Instant.ofEpochMilli(timestamp));
        if (ship.settledDay > 0) {
            ship.book.settle(settled);
        }
        if (!news.isEmpty()) {
            save(ship);
        }
        watchInPort(ship);
        for (Activity activity : news) {
            meters.counter("fairlead.ais.activities", "kind", activity.details().kindName())
                    .increment();
            if (ZoneRule.isOfZones(activity.details())) {
                // The area may be to blame: its cell speaks.
                byte[] note = FindingJson.write(activity);
                zones.cellsOf(Objects.requireNonNull(activity.start()))
                        .forEach(cell ->
                                forward(new CellNote(Meetings.zoneKey(cell), note), timestamp));
            } else {
                forward(Publication.of(activity), timestamp);
            }
        }
    }

    private Instant heardUntil(Ship ship) {
        var newest = ship.newest;
        long until = newest == null ? Long.MIN_VALUE : inPort.heardUntil(newest.source());
        return newest == null || until < newest.atMillis()
                ? newest == null ? Instant.EPOCH : newest.at()
                : Instant.ofEpochMilli(until);
    }

    private void watchInPort(Ship ship) {
        var at = ship.rules.losesSightAt();
        var newest = ship.newest;
        if (at == null || newest == null || !at.isAfter(heardUntil(ship))) {
            inPort.leave(ship.mmsi);
        } else {
            inPort.watch(ship.mmsi, newest.source(), at.toEpochMilli());
        }
    }

    private void save(Ship ship) {
        known.add(ship.mmsi);
        states.put(
                ship.mmsi,
                ShipState.of(
                        ship.trade,
                        ship.settledDay,
                        ship.isStale,
                        ship.book.entries(),
                        ship.displaced));
    }

    private void sendPoints(Ship ship, SampleDay.Change change, long timestamp) {
        if (ship.trade == Trade.SERVICE) {
            return;
        }
        boolean isFishing = ship.trade == Trade.FISHING;
        var sample = change.added();
        var before = ship.before(sample);
        var after = ship.after(sample);
        var now = new ArrayList<>(between(ship, before, sample, isFishing));
        now.addAll(between(ship, sample, after, isFishing));
        var was = new ArrayList<Point>();
        var instead = change.instead().orElse(null);
        if (instead == null) {
            was.addAll(between(ship, before, after, isFishing));
        } else {
            // Of one stretch of time: what lay around the one lay around the other.
            was.addAll(between(ship, before, instead, isFishing));
            was.addAll(between(ship, instead, after, isFishing));
        }
        sendPoints(was, now, timestamp);
    }

    /// Where she was not, she met nobody.
    private List<Point> between(
            Ship ship, @Nullable Sample from, @Nullable Sample to, boolean isFishing) {
        boolean isElsewhere =
                (from != null && ship.displaced.contains(from))
                        || (to != null && ship.displaced.contains(to));
        return isElsewhere ? List.of() : grid.between(ship.mmsi, from, to, isFishing);
    }

    private void sendPoints(List<Point> was, List<Point> now, long timestamp) {
        if (was.isEmpty()) {
            now.forEach(point -> note(point, true, timestamp));
            return;
        }
        var after = new HashSet<>(now);
        for (Point point : was) {
            if (!after.contains(point)) {
                note(point, false, timestamp);
            }
        }
        var before = new HashSet<>(was);
        for (Point point : now) {
            if (!before.contains(point)) {
                note(point, true, timestamp);
            }
        }
    }

    private void note(Point point, boolean isThere, long timestamp) {
        byte[] note = point.note(isThere);
        for (long cell : grid.cellsOf(point)) {
            forward(new CellNote(cell, note), timestamp);
        }
    }

    private void forward(Derived derived, long timestamp) {
        context.forward(new Record<>(null, derived, timestamp));
    }

    private Ship ship(int mmsi, long timestamp) {
        var there = ships.get(mmsi);
        if (there != null) {
            return there;
        }
        var stored = known.contains(mmsi) ? states.get(mmsi) : null;
        var state = stored == null ? ShipState.NONE : stored;
        var ship =
                new Ship(
                        mmsi,
                        new Book(state.told()),
                        days.of(mmsi),
                        day -> days.get(mmsi, day),
                        new ShipRules(mmsi, settings, state.trade()),
                        state.trade());
        ship.settledDay = state.settledDay();
        runAnew(ship);
        ship.displaced = ship.rules.displaced();
        if (state.isStale()) {
            // It went down before it had worked in what was late: so her points were sent then.
            ship.displaced = state.displacedSamples();
            workInLate(ship, timestamp);
        }
        ship.trim();
        makeRoom();
        ships.put(mmsi, ship);
        lookAtIdentity(ship, timestamp);
        return ship;
    }

    /// Who has late samples to be worked in stays. If few may go, it is tried again with the next,
    /// and there are more meanwhile.
    private void makeRoom() {
        int most = settings.sample().shipsInMemory();
        while (ships.size() >= most && ships.evict(ship -> !ship.isStale, MOST_TRIES) != null) {}
    }

    /// Late samples, and what ships have said of themselves since.
    private void lookAgain(long now) {
        for (int mmsi : List.copyOf(stale)) {
            var ship = ship(mmsi, now);
            if (ship.isStale) {
                workInLate(ship, now);
            }
            stale.remove(mmsi);
            tell(ship, now);
            save(ship);
            ship.trim();
        }
        for (int mmsi : inPort.due()) {
            var ship = ship(mmsi, now);
            tell(ship, now);
            ship.trim();
        }
        // Some at a time, one after the other: all of them each second would be half the work.
        if (!whoseIdentity.hasNext()) {
            whoseIdentity = ships.keys().iterator();
        }
        for (int n = 0; n < LOOKS_AT_IDENTITIES && whoseIdentity.hasNext(); n++) {
            var ship = ships.peek(whoseIdentity.next());
            if (ship != null) {
                lookAtIdentity(ship, now);
            }
        }
    }

    /// Her trade decides whether she can loiter or meet others; she may say it late.
    private void lookAtIdentity(Ship ship, long now) {
        long changed = vessels.changedMillis(ship.mmsi);
        if (changed == ship.identityMillis) {
            return;
        }
        ship.identityMillis = changed;
        var vessel = vessels.vessel(ship.mmsi);
        var trade = Trade.of(vessel == null ? null : vessel.shipTypeCode(), settings.encounter());
        if (trade == ship.trade) {
            return;
        }
        var was = points(ship);
        ship.trade = trade;
        sendPoints(was, points(ship), now);
        workInLate(ship, now);
        tell(ship, now);
        save(ship);
        ship.trim();
    }

    private List<Point> points(Ship ship) {
        var points = new ArrayList<Point>();
        if (ship.trade == Trade.SERVICE) {
            return points;
        }
        @Nullable Sample before = null;
        for (Sample sample : ship.all()) {
            points.addAll(between(ship, before, sample, ship.trade == Trade.FISHING));
            before = sample;
        }
        return points;
    }
}
