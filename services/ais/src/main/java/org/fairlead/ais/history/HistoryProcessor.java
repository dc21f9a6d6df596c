package org.fairlead.ais.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.CellNote;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.ObjectStoreBuilder;
import org.fairlead.ais.derivation.Room;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Publication;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VisitBasis;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the history of each ship of a partition of activities, and tells what follows from it.
final class HistoryProcessor implements Processor<String, byte[], String, Derived> {

    static final String STORE = "histories";

    /// Some kilobytes each.
    private static final Room ROOM = Room.of(6_000);

    private static final Logger LOG = Logger.getLogger(HistoryProcessor.class);
    private static final String VISIT = Activity.typeOf("port-visit");
    private static final String RETRACTION = "What it rested on no longer holds.";

    private final HistoryRule rule;
    private final int remembered;

    private ProcessorContext<String, Derived> context;
    private ObjectStore<Integer, History> histories;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    HistoryProcessor(HistoryRule rule, int remembered) {
        this.rule = rule;
        this.remembered = remembered;
    }

    static StoreBuilder<?> store() {
        return new ObjectStoreBuilder<Integer, History>(
                STORE,
                Serdes.Integer(),
                FindingJson::write,
                bytes -> FindingJson.read(bytes, History.class),
                ROOM);
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        histories = context.getStateStore(STORE);
        vessels = KnownVessels.of(context);
    }

    /// Whatever is wrong with a record, it is passed over: the query store sets it aside.
    @Override
    public void process(Record<String, byte[]> record) {
        if (record.value() == null || record.key() == null || !record.key().matches("[0-9]{9}")) {
            return;
        }
        int mmsi = Integer.parseInt(record.key());
        try {
            var stored = histories.get(mmsi);
            var before = stored == null ? History.NONE : stored;
            var after = with(before, type(record), record.value());
            if (!after.equals(before)) {
                tell(mmsi, after, record.timestamp());
                claims(before.identity(), after.identity(), record.timestamp());
            }
        } catch (RuntimeException unreadable) {
            LOG.warnf("activity passed over mmsi=%s cause=%s", record.key(), unreadable);
        }
    }

    private static @Nullable String type(Record<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private History with(History before, @Nullable String type, byte[] value) {
        if (Silence.TYPE.equals(type)) {
            return before.and(FindingJson.read(value, Silence.class), remembered);
        }
        if (VesselIdentity.TYPE.equals(type)) {
            return before.and(FindingJson.read(value, VesselIdentity.class));
        }
        if (VISIT.equals(type)) {
            var visit = FindingJson.read(value, Activity.class);
            boolean isObserved =
                    visit.details() instanceof PortVisit one && one.basis() == VisitBasis.OBSERVED;
            return isObserved ? before.and(visit, remembered) : before;
        }
        return before;
    }

    private void tell(int mmsi, History history, long timestamp) {
        var book = new Book(history.told());
        var news =
                book.news(
                        rule.of(history),
                        settled(history),
                        RETRACTION,
                        vessels::of,
                        Instant.ofEpochMilli(timestamp));
        histories.put(mmsi, history.with(book.entries()));
        news.forEach(one -> context.forward(new Record<>(null, Publication.of(one), timestamp)));
    }

    /// Under which IMO numbers she goes, to where each is kept.
    private void claims(
            @Nullable VesselIdentity before, @Nullable VesselIdentity after, long timestamp) {
        if (after == null || after.equals(before)) {
            return;
        }
        var claims = IdentityRule.hulls(after);
        var known =
                before == null ? Map.<Integer, NumberRule.Claim>of() : IdentityRule.hulls(before);
        claims.forEach((imo, claim) -> {
            if (!claim.equals(known.get(imo))) {
                context.forward(
                        new Record<>(null, new CellNote(imo, NumberRule.note(claim)), timestamp));
            }
        });
    }

    /// With as many remembered as can be, what began before the oldest of them stays as it was
    /// told.
    private Instant settled(History history) {
        boolean isFull =
                history.silences().size() >= remembered || history.visits().size() >= remembered;
        if (!isFull) {
            return Instant.MIN;
        }
        var silence =
                history.silences().isEmpty()
                        ? Instant.MIN
                        : history.silences().getFirst().start().at();
        var visit = history.visits().isEmpty() ? Instant.MIN : history.visits().getFirst().from();
        return silence.isAfter(visit) ? silence : visit;
    }
}
