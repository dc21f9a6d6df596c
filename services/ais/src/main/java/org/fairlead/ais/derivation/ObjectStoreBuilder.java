package org.fairlead.ais.derivation;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// Makes an [ObjectStore] on a store of bytes with its changelog.
public final class ObjectStoreBuilder<K extends Comparable<K>, V>
        implements StoreBuilder<ObjectStore<K, V>> {

    private final StoreBuilder<KeyValueStore<K, byte[]>> bytes;
    private final Function<V, byte[]> encode;
    private final Function<byte[], V> decode;
    private final Room room;

    /// @param room for objects in memory, for each partition
    public ObjectStoreBuilder(
            String name,
            Serde<K> keys,
            Function<V, byte[]> encode,
            Function<byte[], V> decode,
            Room room) {
        this.bytes =
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray());
        this.encode = encode;
        this.decode = decode;
        this.room = room;
    }

    @Override
    public ObjectStore<K, V> build() {
        return new ObjectStore<>(bytes.build(), encode, decode, room);
    }

    /// It is a cache already.
    @Override
    public StoreBuilder<ObjectStore<K, V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        var unused = bytes.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withLoggingDisabled() {
        var unused = bytes.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return bytes.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return bytes.loggingEnabled();
    }

    @Override
    public String name() {
        return bytes.name();
    }
}
