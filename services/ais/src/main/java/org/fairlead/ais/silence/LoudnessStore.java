package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.ObjectStoreBuilder;
import org.fairlead.ais.derivation.Room;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;
import org.fairlead.contracts.ais.Activity.State;
import org.fairlead.contracts.ais.ActivityDetails.FeedOutage;
import org.fairlead.messaging.outbox.OutboxEvent;

/// How many ships each source heard, of all partitions, and the times in which it heard only a part
/// of them: told as outages of the feed with the share that was left. What later notes show
/// otherwise is told anew, or taken back: so what holds in the end does not depend on which
/// partition came first.
final class LoudnessStore {

    static final String NAME = "source-loudness";

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int MOST_TOLD = 64;
    private static final Room ROOM = Room.of(1_000);

    private final ObjectStore<String, Known> store;
    private final Set<String> unsettled = new TreeSet<>();

    LoudnessStore(ObjectStore<String, Known> store) {
        this.store = store;
        store.forEach((source, known) -> unsettled.add(source));
    }

    static StoreBuilder<?> builder() {
        return new ObjectStoreBuilder<String, Known>(
                NAME, Serdes.String(), Known::encode, Known::decode, ROOM);
    }

    /// @param told by the hour each begins in
    record Known(Loudness loudness, SortedMap<Integer, ToldOutage> told, boolean synthetic) {

        static final Known NOTHING = new Known(Loudness.NONE, new TreeMap<>(), false);

        byte[] encode() {
            var out = new Out();
            loudness.write(out);
            out.flag(synthetic);
            out.number(told.size());
            for (ToldOutage one : told.values()) {
                out.number(one.version());
                out.flag(one.isRetracted());
                out.number(one.partial().fromHour());
                var until = one.partial().untilHour();
                out.flag(until != null);
                out.number(until == null ? 0 : until);
                out.fixed64(Double.doubleToLongBits(one.partial().share()));
                out.number(one.partial().usual());
            }
            return out.toByteArray();
        }

        static Known decode(byte[] bytes) {
            var in = new In(bytes);
            var loudness = Loudness.read(in);
            boolean synthetic = in.flag();
            var told = new TreeMap<Integer, ToldOutage>();
            for (int n = in.count(); n > 0; n--) {
                int version = in.count();
                boolean isRetracted = in.flag();
                int from = in.count();
                boolean isOver = in.flag();
                int until = in.count();
                double share = Double.longBitsToDouble(in.fixed64());
                var partial = new Loudness.Partial(from, isOver ? until : null, share, in.count());
                told.put(from, new ToldOutage(partial, version, isRetracted));
            }
            return new Known(loudness, told, synthetic);
        }
    }

    record ToldOutage(Loudness.Partial partial, int version, boolean isRetracted) {}

    void on(SilenceNote.SourceHeard heard) {
        var stored = store.get(heard.source());
        var known = stored == null ? Known.NOTHING : stored;
        store.put(
                heard.source(),
                new Known(
                        known.loudness().heard(heard),
                        known.told(),
                        known.synthetic() || heard.synthetic()));
        unsettled.add(heard.source());
    }

    /// What is to be told of the sources that were heard since: not at once, for the partitions of
    /// a source come one after another.
    List<Activity> settle(SilenceConfig config, long storedMillis) {
        var activities = new ArrayList<Activity>();
        for (String source : unsettled) {
            var known = store.get(source);
            if (known != null) {
                activities.addAll(news(source, known, config, storedMillis));
            }
        }
        unsettled.clear();
        return activities;
    }

    private List<Activity> news(
            String source, Known known, SilenceConfig config, long storedMillis) {
        var told = new TreeMap<>(known.told());
        var changed = new ArrayList<ToldOutage>();
        var holding = new TreeMap<Integer, Loudness.Partial>();
        known.loudness().outages(config).forEach(one -> holding.put(one.fromHour(), one));
        int judgedFrom = known.loudness().judgedFrom();
        holding.tailMap(judgedFrom)
                .forEach((from, one) -> {
                    var before = told.get(from);
                    if (before == null || before.isRetracted() || !before.partial().equals(one)) {
                        changed.add(
                                new ToldOutage(
                                        one, before == null ? 1 : before.version() + 1, false));
                    }
                });
        told.tailMap(judgedFrom)
                .forEach((from, before) -> {
                    if (!holding.containsKey(from) && !before.isRetracted()) {
                        changed.add(new ToldOutage(before.partial(), before.version() + 1, true));
                    }
                });
        if (changed.isEmpty()) {
            return List.of();
        }
        changed.forEach(one -> told.put(one.partial().fromHour(), one));
        while (told.size() > MOST_TOLD) {
            told.pollFirstEntry();
        }
        store.put(source, new Known(known.loudness(), told, known.synthetic()));
        return changed.stream()
                .map(one -> activity(source, one, known.synthetic(), config, storedMillis))
                .toList();
    }

    private static Activity activity(
            String source,
            ToldOutage told,
            boolean synthetic,
            SilenceConfig config,
            long storedMillis) {
        var partial = told.partial();
        var id = OutboxEvent.idOf("feed-outage", "partial", source, partial.fromHour());
        var from = Instant.ofEpochMilli(partial.fromHour() * HOUR_MILLIS);
        var until = partial.untilHour();
        var to = until == null ? null : Instant.ofEpochMilli(until * HOUR_MILLIS);
        var record =
                new org.fairlead.contracts.ais.Activity(
                        id,
                        told.version(),
                        told.version() == 1 ? null : told.version() - 1,
                        told.isRetracted()
                                ? State.RETRACTED
                                : to == null ? State.OPEN : State.ENDED,
                        null,
                        List.of(),
                        from,
                        to,
                        null,
                        null,
                        until == null ? 0 : until - partial.fromHour(),
                        new FeedOutage(source, partial.usual() / 6, partial.share()),
                        told.isRetracted()
                                ? "Late data shows that it heard the ships it usually hears."
                                : String.format(
                                        Locale.ROOT,
                                        "This source heard %.0f %% of the ships it usually hears: a"
                                                + " receiver of it was out, or hears less.",
                                        100 * partial.share()),
                        synthetic,
                        List.of(source),
                        Map.of(
                                "ais.silence.partial-outage-below",
                                Double.toString(config.partialOutageBelow()),
                                "ais.silence.partial-outage-least-ship-slots",
                                Integer.toString(config.partialOutageLeastShipSlots())),
                        List.of(),
                        Instant.ofEpochMilli(storedMillis));
        return new Activity(
                source,
                org.fairlead.contracts.ais.Activity.typeOf("feed-outage"),
                id,
                told.version(),
                record.derivedAt(),
                record);
    }
}
