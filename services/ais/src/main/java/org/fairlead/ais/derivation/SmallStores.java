package org.fairlead.ais.derivation;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/// Holds the memory of all state stores together to some megabytes: by default each store of each
/// partition takes a hundred for itself. Named in `kafka-streams.rocksdb.config.setter`.
public final class SmallStores implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 64L << 20;
    private static final long WRITE_BUFFER_BYTES = 2L << 20;

    private static final Cache SHARED = shared();

    /// Whoever names this class may be the first to need RocksDB.
    private static Cache shared() {
        RocksDB.loadLibrary();
        return new LRUCache(CACHE_BYTES);
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        var tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(SHARED);
        tables.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(tables);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    /// The cache is all stores'; it ends with the process.
    @Override
    public void close(String store, Options options) {}
}
