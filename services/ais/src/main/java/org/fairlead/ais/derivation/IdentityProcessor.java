package org.fairlead.ais.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.service.json.StrictJson;
import org.jboss.logging.Logger;

/// Keeps of each identity what is asked for, when it comes and again whenever the process starts.
final class IdentityProcessor implements Processor<String, String, Void, Void> {

    private static final Logger LOG = Logger.getLogger(IdentityProcessor.class);

    /// Events may carry fields that this version does not know.
    private static final ObjectReader READER =
            StrictJson.mapper()
                    .readerFor(VesselIdentity.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private KeyValueStore<Integer, byte[]> identities;

    @SuppressWarnings("NullAway.Init")
    IdentityProcessor() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        identities = context.getStateStore(KnownVessels.STORE);
    }

    /// Whatever is wrong with a record, it is passed over, and what was known before stays.
    @Override
    public void process(Record<String, String> record) {
        if (record.key() == null || !record.key().matches("[0-9]{9}")) {
            return;
        }
        int mmsi = Integer.parseInt(record.key());
        if (record.value() == null) {
            identities.delete(mmsi);
            return;
        }
        try {
            VesselIdentity identity = READER.readValue(record.value());
            identities.put(mmsi, KnownVessel.of(identity, record.timestamp()).encode());
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("identity passed over mmsi=%09d cause=%s", mmsi, unreadable.getMessage());
        }
    }
}
