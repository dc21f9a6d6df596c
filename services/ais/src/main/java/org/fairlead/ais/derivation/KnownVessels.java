package org.fairlead.ais.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.fairlead.ais.memory.LastUsed;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.nmea.identity.Mmsi;
import org.fairlead.service.json.StrictJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Ships as they have said who they are, from `ais.identities`.
public final class KnownVessels {

    static final String STORE = "identities";

    private static final Logger LOG = Logger.getLogger(KnownVessels.class);

    /// Events may carry fields that this version does not know.
    private static final ObjectReader READER =
            StrictJson.mapper()
                    .readerFor(VesselIdentity.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /// Some hundred bytes each.
    private static final int MOST_READ = 10_000;

    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<String>> identities;

    /// What was read lately: of some ships much is told, and each time they are asked for.
    private final Map<Integer, Said> read = new LastUsed<>(MOST_READ);

    private record Said(String text, @Nullable VesselIdentity identity) {}

    private KnownVessels(ReadOnlyKeyValueStore<String, ValueAndTimestamp<String>> identities) {
        this.identities = identities;
    }

    public static KnownVessels of(ProcessingContext context) {
        return new KnownVessels(context.getStateStore(STORE));
    }

    /// As she is known now: the identity may come later than what was found.
    public VesselRef of(int mmsi) {
        var identity = identity(mmsi);
        return identity == null
                ? new VesselRef(new Mmsi(mmsi).toString(), null, null)
                : identity.ref();
    }

    /// When what she says of herself last changed here, 0 when she said nothing: tells cheaply
    /// whether to look.
    public long changedMillis(int mmsi) {
        var stored = identities.get(new Mmsi(mmsi).toString());
        return stored == null ? 0 : stored.timestamp();
    }

    /// All she said of herself, null when she has not or it cannot be read.
    public @Nullable VesselIdentity identity(int mmsi) {
        var stored = identities.get(new Mmsi(mmsi).toString());
        if (stored == null || stored.value() == null) {
            return null;
        }
        var known = read.get(mmsi);
        if (known == null || !known.text().equals(stored.value())) {
            known = new Said(stored.value(), read(mmsi, stored.value()));
            read.put(mmsi, known);
        }
        return known.identity();
    }

    private static @Nullable VesselIdentity read(int mmsi, String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("identity passed over mmsi=%09d cause=%s", mmsi, unreadable.getMessage());
            return null;
        }
    }
}
