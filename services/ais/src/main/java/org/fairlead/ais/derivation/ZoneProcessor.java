package org.fairlead.ais.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.contracts.ais.ActivityDetails.PositionZone;

/// Picks out zones, by their id: of each only the newest version is kept.
final class ZoneProcessor implements Processor<String, Derived, String, byte[]> {

    private final ObjectMapper json;
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init")
    ZoneProcessor(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Derived> record) {
        if (record.value() instanceof Activity derived
                && derived.record() instanceof org.fairlead.contracts.ais.Activity activity
                && activity.details() instanceof PositionZone) {
            context.forward(
                    new Record<>(activity.id().toString(), write(activity), record.timestamp()));
        }
    }

    private byte[] write(Object activity) {
        try {
            return json.writeValueAsBytes(activity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("zone cannot be written as JSON", impossible);
        }
    }
}
