package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.CellNote;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.derivation.HeardTransmitter;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.ObjectStoreBuilder;
import org.fairlead.ais.derivation.Room;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.Cells;
import org.fairlead.ais.segment.SegmentConfig;
import org.fairlead.contracts.frame.Fix;

/// Moves bytes between Kafka Streams and [SilenceTracker]: one instance for each partition of
/// frames, with the state of the transmitters in it. What is found goes to the area where reception
/// is known ([AreaProcessor]); blips, which need none, are published.
final class SilenceProcessor implements Processor<String, HeardFrame, String, Derived> {

    static final String TRANSMITTERS = "transmitters";
    static final String SOURCES = "sources";

    /// States in memory of a partition, each some kilobytes after weeks: with six partitions 36,000
    /// ships, which half of a heap of 1.5 GB has room for. After hours the bytes of all 250,000
    /// ships of the world fit: with a little less room each would be gone when she is heard again.
    private static final Room ROOM = new Room(6_000, 24 << 20);

    private final SilenceConfig config;
    private final SilenceTracker tracker;
    private final ReceptionNotes reception;
    private final SourceStore watch;
    private final Cells cells = new Cells();

    /// How far each source was told to have come.
    private final Map<String, Integer> reachedHours = new HashMap<>();

    private ProcessorContext<String, Derived> context;
    private ObjectStore<Integer, TransmitterState> transmitters;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    SilenceProcessor(SilenceConfig config, SegmentConfig segments, long exposedMillis) {
        this.config = config;
        this.tracker = new SilenceTracker(config, segments);
        this.reception = new ReceptionNotes(cells, exposedMillis);
        this.watch = new SourceStore(config);
    }

    static StoreBuilder<?> transmitters() {
        return new ObjectStoreBuilder<>(
                TRANSMITTERS, Serdes.Integer(), StateCodec::encode, StateCodec::decode, ROOM);
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        transmitters = context.getStateStore(TRANSMITTERS);
        vessels = KnownVessels.of(context);
        watch.open(context.getStateStore(SOURCES));
        reachedHours.clear();
        // Who is to be looked at when is not stored: it follows from what is.
        transmitters.forEach(
                (mmsi, state) -> watch.put(mmsi, tracker.on(state, List.of(), watch::coverage, 0)));
    }

    @Override
    public void process(Record<String, HeardFrame> record) {
        var frame = record.value();
        long at = record.timestamp();
        var notes = new NotesByArea(cells);
        watch.cover(frame).ifPresent(pause -> breakOff(pause, frame, at, notes));
        long horizon = frame.watermarkMillis();
        for (HeardTransmitter heard : frame.transmitters()) {
            var contacts = new ArrayList<Contact>(heard.fixes().size());
            for (List<Fix> fixes : List.of(heard.fixes(), heard.late())) {
                fixes.forEach(
                        fix -> contacts.add(Contact.of(fix, frame.source(), frame.sourceClass())));
            }
            step(heard.mmsi(), contacts, horizon, at, notes);
        }
        for (int mmsi : watch.due(frame)) {
            step(mmsi, List.of(), horizon, at, notes);
        }
        notes.all().forEach((area, heard) -> forward(area, heard, at));
        int hour = CellHour.hourOf(horizon);
        if (hour > reachedHours.getOrDefault(frame.source(), Integer.MIN_VALUE)) {
            reachedHours.put(frame.source(), hour);
            notes.reached(frame.source(), hour);
        }
        notes.bySource(context.taskId().partition(), hour)
                .forEach(heard -> forward(areaOf(heard.source()), heard, at));
    }

    /// What was open says nothing of a ship any more. Rare, so that all are looked through.
    private void breakOff(SourceStore.Break pause, HeardFrame frame, long at, NotesByArea notes) {
        var open = new TreeMap<Integer, Contact>();
        transmitters.forEach((mmsi, state) -> {
            var inOrder = state.presences().inOrder();
            var newest = inOrder.isEmpty() ? null : inOrder.getLast().last();
            if (newest != null
                    && newest.source().equals(pause.source())
                    && newest.atMillis() <= pause.fromMillis()) {
                open.put(mmsi, newest);
            }
        });
        for (int mmsi : open.keySet()) {
            step(mmsi, List.of(), frame.watermarkMillis(), at, notes);
        }
        long lately = pause.fromMillis() - config.outageAfter().toMillis();
        int heard = (int) open.values().stream().filter(one -> one.atMillis() > lately).count();
        var last = open.values().stream().max(Contact.ORDER).orElse(null);
        if (pause.isOutage() && last != null) {
            forward(
                    areaOf(pause.source()),
                    new SilenceNote.Outage(
                            pause.source(), pause.fromMillis(), last, pause.toMillis(), heard),
                    at);
        }
    }

    private void step(
            int mmsi, List<Contact> contacts, long horizonMillis, long at, NotesByArea notes) {
        var before = state(mmsi);
        var step = tracker.on(before, contacts, watch::coverage, horizonMillis);
        if (!step.next().equals(before)) {
            transmitters.put(mmsi, step.next());
        }
        step.passages()
                .forEach(passage -> {
                    reception.put(mmsi, passage, notes);
                    notes.heardBy(passage.to().contact());
                });
        for (Told told : step.found()) {
            forward(area(told), found(mmsi, told, before, step.next()), at);
        }
        for (Told told : step.forgotten()) {
            var forgotten = new SilenceNote.Forgotten(mmsi, told.start().atMillis());
            forward(area(told), forgotten, at);
        }
        for (Blip blip : step.blips()) {
            publish(mmsi, blip, at);
        }
        if (!contacts.isEmpty() && appears(before, contacts.getFirst())) {
            var appeared = new SilenceNote.Appeared(mmsi, contacts.getFirst());
            cells.areasAround(cell(contacts.getFirst()))
                    .forEach(area -> forward(area, appeared, at));
        }
        watch.put(mmsi, step);
    }

    private TransmitterState state(int mmsi) {
        var known = transmitters.get(mmsi);
        return known == null ? TransmitterState.NONE : known;
    }

    private boolean appears(TransmitterState before, Contact first) {
        var known = before.presences().inOrder();
        boolean isNew =
                known.isEmpty()
                        || first.atMillis() - known.getLast().last().atMillis()
                                >= config.appearsAfter().toMillis();
        return isNew
                && first.atMillis()
                                - watch.coverage(first.source())
                                        .spanOf(first.atMillis())
                                        .fromMillis()
                        >= config.appearsOnAirFor().toMillis();
    }

    private static SilenceNote.Found found(
            int mmsi, Told told, TransmitterState before, TransmitterState after) {
        var inOrder = after.presences().inOrder();
        var history = History.of(inOrder, told);
        return new SilenceNote.Found(
                mmsi,
                told,
                SilenceWording.reason(
                        told, before.told().get(told.start().atMillis()), after.presences()),
                history.before(),
                history.after(),
                history.reportsBefore(),
                history.reportsPerDay());
    }

    private long cell(Contact contact) {
        var place = contact.place();
        return cells.cellOf(place.latitudeDegrees(), place.longitudeDegrees());
    }

    private long area(Told told) {
        return cells.areaOf(cell(told.placedBy()));
    }

    /// All partitions tell of a source in one place.
    private static long areaOf(String source) {
        return -1L - (source.hashCode() & 0xFFFFFFFFL);
    }

    private void forward(long area, SilenceNote note, long at) {
        context.forward(new Record<>(null, new CellNote(area, note.encode()), at));
    }

    private void publish(int mmsi, Blip blip, long at) {
        var activity = BlipEvent.of(vessels.of(mmsi), blip, config, at);
        context.forward(new Record<>(null, activity, at));
    }
}
