package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;
import org.fairlead.contracts.ais.ActivityDetails.FeedOutage;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Times in which a source was out. Every partition tells of each: it is raised once, and what
/// others know better makes another version of it.
final class OutageStore {

    static final String NAME = "outages";

    private final KeyValueStore<String, byte[]> store;

    OutageStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /// @param last the newest report before it, of all partitions
    /// @param toMillis the oldest report after it, of all partitions
    private record Known(int version, Contact last, long toMillis, int transmitters) {}

    Optional<Activity> on(SilenceNote.Outage outage, SilenceConfig config, long storedMillis) {
        var id = OutboxEvent.idOf("feed-outage", outage.source(), outage.fromMillis());
        byte[] stored = store.get(id.toString());
        var before = stored == null ? null : decode(stored);
        var now = joined(before, outage);
        if (before != null
                && before.toMillis == now.toMillis
                && before.last.equals(now.last)
                && before.transmitters == now.transmitters) {
            return Optional.empty();
        }
        store.put(id.toString(), encode(now));
        return Optional.of(activity(id, outage.source(), now, config, storedMillis));
    }

    private static Known joined(@Nullable Known before, SilenceNote.Outage outage) {
        if (before == null) {
            return new Known(1, outage.last(), outage.toMillis(), outage.transmitters());
        }
        return new Known(
                before.version + 1,
                Contact.ORDER.compare(before.last, outage.last()) >= 0
                        ? before.last
                        : outage.last(),
                Math.min(before.toMillis, outage.toMillis()),
                Math.max(before.transmitters, outage.transmitters()));
    }

    private static Activity activity(
            UUID id, String source, Known known, SilenceConfig config, long storedMillis) {
        double hours = (known.toMillis - known.last.atMillis()) / 3_600_000.0;
        var record =
                new org.fairlead.contracts.ais.Activity(
                        id,
                        known.version,
                        known.version == 1 ? null : known.version - 1,
                        org.fairlead.contracts.ais.Activity.State.ENDED,
                        null,
                        List.of(),
                        Instant.ofEpochMilli(known.last.atMillis()),
                        Instant.ofEpochMilli(known.toMillis),
                        Positions.of(known.last),
                        null,
                        SilenceWording.rounded(hours),
                        new FeedOutage(source, known.transmitters, null),
                        "Nothing was heard of any ship by this source for %s hours."
                                .formatted(
                                        SilenceWording.hours(
                                                known.toMillis - known.last.atMillis())),
                        known.last.synthetic(),
                        List.of(source),
                        Map.of("ais.silence.outage-after", config.outageAfter().toString()),
                        List.of(),
                        Instant.ofEpochMilli(storedMillis));
        return new Activity(
                source,
                org.fairlead.contracts.ais.Activity.typeOf("feed-outage"),
                id,
                known.version,
                record.derivedAt(),
                record);
    }

    private static byte[] encode(Known known) {
        var out = new Out();
        out.number(known.version);
        StateCodec.write(out, known.last);
        out.number(known.toMillis);
        out.number(known.transmitters);
        return out.toByteArray();
    }

    private static Known decode(byte[] bytes) {
        var in = new In(bytes);
        return new Known(in.count(), StateCodec.contact(in), in.number(), in.count());
    }
}
