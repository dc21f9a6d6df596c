package org.fairlead.ais.silence;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.ais.derivation.KnownZones;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.Cells;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.ais.reception.ShipHour;
import org.fairlead.ais.sea.Sea;
import org.fairlead.contracts.ais.Silence;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Knows how ships are heard in the cells of some areas, judges the silences that begin there, and
/// publishes them: each in as many versions as there is news of it.
///
/// A silence is judged when something is told of it, and again a little after something is told of
/// the cells it was judged by. So what holds in the end does not depend on the order of notes.
final class AreaProcessor implements Processor<Long, byte[], String, Derived> {

    static final String SILENCES = "silences";

    private static final Logger LOG = Logger.getLogger(AreaProcessor.class);

    /// Silences that are judged again when reception becomes better known: the newest ones.
    private static final int MOST_WATCHED = 5_000;

    private static final long LONGEST_RECONSIDERING_MILLIS = 200;

    private final SilenceConfig config;
    private final ReceptionConfig receptionConfig;
    private final SilenceJudge judge;
    private final Sea sea;
    private final MeterRegistry meters;
    private final Cells cells = new Cells();

    /// Which silences rest on a cell's hour, and on which each of them: follows from the stores.
    private final Map<CellHour, Set<Bytes>> byCell = new LinkedHashMap<>();

    private final Map<Bytes, Set<CellHour>> watched = new LinkedHashMap<>();
    private final Set<Bytes> unsettled = new LinkedHashSet<>();

    private ProcessorContext<String, Derived> context;
    private ReceptionStore reception;
    private AppearanceStore appearances;
    private KeyValueStore<Bytes, byte[]> silences;
    private Surroundings surroundings;
    private OutageStore outages;
    private LoudnessStore loudness;
    private KnownVessels vessels;
    private long newestMillis;

    @SuppressWarnings("NullAway.Init")
    AreaProcessor(
            SilenceConfig config, ReceptionConfig receptionConfig, Sea sea, MeterRegistry meters) {
        this.config = config;
        this.receptionConfig = receptionConfig;
        this.judge = new SilenceJudge(config, receptionConfig);
        this.sea = sea;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        reception = new ReceptionStore(context.getStateStore(ReceptionStore.NAME));
        appearances = new AppearanceStore(context.getStateStore(AppearanceStore.NAME));
        outages = new OutageStore(context.getStateStore(OutageStore.NAME));
        loudness = new LoudnessStore(context.getStateStore(LoudnessStore.NAME));
        silences = context.getStateStore(SILENCES);
        vessels = KnownVessels.of(context);
        surroundings =
                new Surroundings(
                        config,
                        receptionConfig,
                        cells,
                        reception::of,
                        KnownZones.of(context)::all,
                        appearances::between,
                        this::lengthMetres);
        // A task that is revived after a failed commit begins again with the same processor.
        byCell.clear();
        watched.clear();
        unsettled.clear();
        newestMillis = 0;
        try (var all = silences.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                unsettled.add(entry.key);
                newestMillis =
                        Math.max(newestMillis, KnownSilence.decode(entry.value).storedMillis());
            }
        }
        context.schedule(
                config.reconsideredEvery(), PunctuationType.WALL_CLOCK_TIME, now -> reconsider());
        context.schedule(
                receptionConfig.forgottenAfter().dividedBy(4),
                PunctuationType.WALL_CLOCK_TIME,
                this::forget);
    }

    private @Nullable Integer lengthMetres(int mmsi) {
        var vessel = vessels.vessel(mmsi);
        return vessel == null ? null : vessel.lengthMetres();
    }

    @Override
    public void process(Record<Long, byte[]> record) {
        long area = record.key();
        long at = record.timestamp();
        newestMillis = Math.max(newestMillis, at);
        switch (SilenceNote.decode(record.value())) {
            case SilenceNote.Heard heard -> learn(heard, at);
            case SilenceNote.Found found -> found(found, at);
            case SilenceNote.Forgotten forgotten -> forget(forgotten);
            case SilenceNote.Appeared appeared -> appearances.put(area, appeared, at);
            case SilenceNote.Outage outage ->
                    outages.on(outage, config, at).ifPresent(activity -> forward(activity, at));
            case SilenceNote.SourceHeard heard -> loudness.on(heard);
        }
    }

    private void learn(SilenceNote.Heard heard, long at) {
        var byCellHour = new LinkedHashMap<CellHour, List<ShipHour>>();
        for (SilenceNote.InCell one : heard.ships()) {
            byCellHour.computeIfAbsent(one.at(), any -> new ArrayList<>()).add(one.ship());
            if (!one.at().isDay()) {
                var wide = new CellHour(cells.wideOf(one.at().cell()), one.at().hour());
                byCellHour.computeIfAbsent(wide, any -> new ArrayList<>()).add(one.ship());
            }
        }
        byCellHour.forEach((key, ships) -> learn(key, ships, at));
    }

    private void learn(CellHour key, List<ShipHour> ships, long at) {
        var before = reception.of(key);
        var after = before.and(ships);
        if (after != before) {
            reception.put(key, after, at);
            unsettled.addAll(byCell.getOrDefault(key, Set.of()));
        }
    }

    private void found(SilenceNote.Found found, long at) {
        var key = key(found.mmsi(), found.told().start().atMillis());
        byte[] stored = silences.get(key);
        var known =
                stored == null
                        ? new KnownSilence(
                                found, found.told().marks().publishedBefore(), "", false, at)
                        : KnownSilence.decode(stored);
        settle(
                key,
                new KnownSilence(found, known.version(), known.said(), known.isRetracted(), at),
                at);
    }

    private void forget(SilenceNote.Forgotten forgotten) {
        var key = key(forgotten.mmsi(), forgotten.startMillis());
        silences.delete(key);
        unwatch(key);
        unsettled.remove(key);
    }

    /// For so long only, lest frames wait: what remains is looked at the next time.
    private void reconsider() {
        loudness.settle(config, newestMillis).forEach(one -> forward(one, newestMillis));
        long until = context.currentSystemTimeMs() + LONGEST_RECONSIDERING_MILLIS;
        for (Bytes key : List.copyOf(unsettled)) {
            unsettled.remove(key);
            byte[] stored = silences.get(key);
            if (stored != null) {
                settle(key, KnownSilence.decode(stored), newestMillis);
            }
            if (context.currentSystemTimeMs() > until) {
                return;
            }
        }
    }

    /// Judges a silence by all that is known now, and publishes what is new of it.
    private void settle(Bytes key, KnownSilence known, long at) {
        var found = known.found();
        if (found.told().isRetracted()) {
            unwatch(key);
            silences.put(key, retracted(known, found.reason(), at).encode());
            return;
        }
        var judgement = surroundings.judge(found, judge);
        watch(key, judgement.reception().looked());
        String said = SilenceEvent.said(found, judgement);
        KnownSilence next = known;
        if (!judgement.isReported()) {
            next =
                    retracted(
                            known,
                            "She need not have been heard in so short a time. " + judgement.why(),
                            at);
        } else if (known.isRetracted() || !said.equals(known.said())) {
            next = new KnownSilence(found, known.version() + 1, said, false, known.storedMillis());
            publish(
                    SilenceEvent.of(
                            vessels.of(found.mmsi()),
                            found,
                            judgement,
                            next.version(),
                            config,
                            receptionConfig,
                            sea,
                            Instant.ofEpochMilli(at)),
                    at);
        }
        silences.put(key, next.encode());
    }

    private KnownSilence retracted(KnownSilence known, String reason, long at) {
        if (known.version() == 0 || known.isRetracted()) {
            return known;
        }
        int version = known.version() + 1;
        publish(
                SilenceEvent.retracted(
                        vessels.of(known.found().mmsi()),
                        known.found(),
                        reason,
                        version,
                        config,
                        receptionConfig,
                        Instant.ofEpochMilli(at)),
                at);
        return new KnownSilence(known.found(), version, "", true, known.storedMillis());
    }

    private void publish(Silence silence, long at) {
        forward(
                new Activity(
                        silence.vessel().mmsi(),
                        Silence.TYPE,
                        silence.id(),
                        silence.version(),
                        silence.derivedAt(),
                        silence),
                at);
        meters.counter("fairlead.ais.silences", "state", silence.state().name()).increment();
        LOG.debugf(
                "silence mmsi=%s id=%s version=%d state=%s class=%s",
                silence.vessel().mmsi(),
                silence.id(),
                silence.version(),
                silence.state(),
                silence.classification());
    }

    private void forward(Activity activity, long at) {
        context.forward(new Record<>(null, activity, at));
    }

    private void watch(Bytes key, Set<CellHour> looked) {
        unwatch(key);
        watched.put(key, looked);
        looked.forEach(at -> byCell.computeIfAbsent(at, any -> new LinkedHashSet<>()).add(key));
        if (watched.size() > MOST_WATCHED) {
            unwatch(watched.keySet().iterator().next());
        }
    }

    private void unwatch(Bytes key) {
        var looked = watched.remove(key);
        if (looked == null) {
            return;
        }
        for (CellHour at : looked) {
            var there = byCell.get(at);
            if (there != null && there.remove(key) && there.isEmpty()) {
                byCell.remove(at);
            }
        }
    }

    private void forget(long nowMillis) {
        long before = nowMillis - receptionConfig.forgottenAfter().toMillis();
        reception.forget(before);
        appearances.forget(before);
    }

    private static Bytes key(int mmsi, long startMillis) {
        return Bytes.wrap(ByteBuffer.allocate(12).putInt(mmsi).putLong(startMillis).array());
    }
}
