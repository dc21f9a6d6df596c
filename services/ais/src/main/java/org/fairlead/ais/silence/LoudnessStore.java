package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;
import org.fairlead.contracts.ais.ActivityDetails.FeedOutage;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.messaging.outbox.OutboxEvent;

/// How many ships each source heard, of all partitions, and the times in which it heard only a part
/// of them: told as outages of the feed with the share that was left.
final class LoudnessStore {

    static final String NAME = "loudness";

    private static final long HOUR_MILLIS = 3_600_000;

    private final KeyValueStore<String, byte[]> store;
    private final Set<String> unsettled = new TreeSet<>();

    LoudnessStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /// @param versions told of the newest outage
    private record Known(Loudness loudness, int versions, Contact newest) {}

    void on(SilenceNote.SourceHeard heard) {
        byte[] stored = store.get(heard.source());
        var known = stored == null ? new Known(Loudness.NONE, 0, heard.newest()) : decode(stored);
        var loudness = known.loudness().heard(heard.hour(), heard.shipSlots());
        put(heard.source(), new Known(loudness, known.versions(), newer(known, heard)));
        unsettled.add(heard.source());
    }

    /// What is to be told of the sources that were heard since: not at once, for the partitions of
    /// a source come one after another.
    List<Activity> settle(SilenceConfig config, long storedMillis) {
        var activities = new ArrayList<Activity>();
        for (String source : unsettled) {
            byte[] stored = store.get(source);
            if (stored != null) {
                news(source, decode(stored), config, storedMillis).ifPresent(activities::add);
            }
        }
        unsettled.clear();
        return activities;
    }

    private Optional<Activity> news(
            String source, Known known, SilenceConfig config, long storedMillis) {
        var loudness = known.loudness();
        var news = loudness.news(config);
        if (news.isEmpty()) {
            return Optional.empty();
        }
        var partial = news.get();
        var before = loudness.outage();
        int version =
                before != null && before.fromHour() == partial.fromHour()
                        ? known.versions() + 1
                        : 1;
        var next = new Known(loudness.told(partial), version, known.newest());
        put(source, next);
        return Optional.of(activity(source, partial, next, config, storedMillis));
    }

    private static Contact newer(Known known, SilenceNote.SourceHeard heard) {
        return Contact.ORDER.compare(known.newest(), heard.newest()) >= 0
                ? known.newest()
                : heard.newest();
    }

    private static Activity activity(
            String source,
            Loudness.Partial partial,
            Known known,
            SilenceConfig config,
            long storedMillis) {
        var id = OutboxEvent.idOf("feed-outage", "partial", source, partial.fromHour());
        var from = Instant.ofEpochMilli(partial.fromHour() * HOUR_MILLIS);
        var until = partial.untilHour();
        var to = until == null ? null : Instant.ofEpochMilli(until * HOUR_MILLIS);
        var place = known.newest().place();
        var record =
                new org.fairlead.contracts.ais.Activity(
                        id,
                        known.versions(),
                        known.versions() == 1 ? null : known.versions() - 1,
                        to == null
                                ? org.fairlead.contracts.ais.Activity.State.OPEN
                                : org.fairlead.contracts.ais.Activity.State.ENDED,
                        null,
                        List.of(),
                        from,
                        to,
                        new ReportedPosition(
                                from,
                                place.latitudeDegrees(),
                                place.longitudeDegrees(),
                                null,
                                null),
                        null,
                        until == null ? 0 : until - partial.fromHour(),
                        new FeedOutage(source, partial.usual() / 6, partial.share()),
                        String.format(
                                Locale.ROOT,
                                "This source heard %.0f %% of the ships it usually hears: a receiver of"
                                        + " it was out, or hears less.",
                                100 * partial.share()),
                        known.newest().synthetic(),
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
                known.versions(),
                record.derivedAt(),
                record);
    }

    private void put(String source, Known known) {
        var out = new Out();
        out.number(known.versions());
        StateCodec.write(out, known.newest());
        known.loudness().write(out);
        store.put(source, out.toByteArray());
    }

    private static Known decode(byte[] bytes) {
        var in = new In(bytes);
        int versions = in.count();
        var newest = StateCodec.contact(in);
        return new Known(Loudness.read(in), versions, newest);
    }
}
