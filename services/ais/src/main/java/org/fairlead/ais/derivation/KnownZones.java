package org.fairlead.ais.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.service.json.StrictJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Areas in which reported positions cannot be, as derived so far: every instance knows all of
/// them.
public final class KnownZones {

    static final String STORE = "zones";

    private static final Logger LOG = Logger.getLogger(KnownZones.class);

    private static final ObjectReader READER =
            StrictJson.mapper()
                    .readerFor(Activity.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<String>> zones;

    /// Read once; a new version is another text.
    private final Map<String, @Nullable Activity> read = new HashMap<>();

    private KnownZones(ReadOnlyKeyValueStore<String, ValueAndTimestamp<String>> zones) {
        this.zones = zones;
    }

    public static KnownZones of(ProcessingContext context) {
        return new KnownZones(context.getStateStore(STORE));
    }

    /// Those that hold: their details are
    /// [org.fairlead.contracts.ais.ActivityDetails.PositionZone].
    public List<Activity> all() {
        var found = new ArrayList<Activity>();
        try (var all = zones.all()) {
            while (all.hasNext()) {
                var stored = all.next().value;
                var zone =
                        stored == null || stored.value() == null
                                ? null
                                : read.computeIfAbsent(stored.value(), KnownZones::read);
                if (zone != null && zone.state() != Activity.State.RETRACTED) {
                    found.add(zone);
                }
            }
        }
        return found;
    }

    private static @Nullable Activity read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("zone passed over cause=%s", unreadable.getMessage());
            return null;
        }
    }
}
