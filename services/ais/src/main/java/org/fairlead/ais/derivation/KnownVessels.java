package org.fairlead.ais.derivation;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.nmea.identity.Mmsi;
import org.jspecify.annotations.Nullable;

/// Ships as they have said who they are, from `ais.identities`: of each what derivations ask for,
/// in memory. All there ever were are hundreds of thousands, and each may have a long past.
public final class KnownVessels {

    static final String STORE = "identities";

    private final ReadOnlyKeyValueStore<Integer, byte[]> identities;

    private KnownVessels(ReadOnlyKeyValueStore<Integer, byte[]> identities) {
        this.identities = identities;
    }

    /// The store that [IdentityProcessor] fills.
    public static StoreBuilder<KeyValueStore<Integer, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(STORE), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    public static KnownVessels of(ProcessingContext context) {
        return new KnownVessels(context.getStateStore(STORE));
    }

    /// As she is known now: the identity may come later than what was found.
    public VesselRef of(int mmsi) {
        var vessel = vessel(mmsi);
        return vessel == null
                ? new VesselRef(new Mmsi(mmsi).toString(), null, null)
                : vessel.ref(mmsi);
    }

    /// When what she says of herself last changed here, 0 when she said nothing: tells cheaply
    /// whether to look.
    public long changedMillis(int mmsi) {
        byte[] stored = identities.get(mmsi);
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    /// What she said of herself, null when she has not or it cannot be read.
    public @Nullable KnownVessel vessel(int mmsi) {
        byte[] stored = identities.get(mmsi);
        return stored == null ? null : KnownVessel.decode(stored);
    }
}
