package org.fairlead.ais.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.messaging.outbox.OutboxEvent;

/// Writes activities as events: JSON in a CloudEvents envelope in binary mode (Kafka protocol
/// binding, 3.2).
final class ActivityProcessor implements Processor<String, Derived, String, byte[]> {

    private final ObjectMapper json;
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init")
    ActivityProcessor(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Derived> record) {
        if (record.value() instanceof Activity activity) {
            context.forward(
                    new Record<>(
                            activity.mmsi(),
                            write(activity.record()),
                            record.timestamp(),
                            headers(activity)));
        }
    }

    private byte[] write(Object activity) {
        try {
            return json.writeValueAsBytes(activity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("activity cannot be written as JSON", impossible);
        }
    }

    private static RecordHeaders headers(Activity activity) {
        var headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(
                headers,
                "ce_id",
                OutboxEvent.idOf(activity.type(), activity.id(), activity.version()).toString());
        header(headers, "ce_type", activity.type());
        header(headers, "ce_source", "/fairlead/ais");
        header(headers, "ce_time", activity.derivedAt().toString());
        header(headers, "content-type", "application/json");
        return headers;
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
