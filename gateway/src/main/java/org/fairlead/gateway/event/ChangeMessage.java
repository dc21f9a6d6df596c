package org.fairlead.gateway.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.service.json.StrictJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A record of `cases.changes`, read.
public final class ChangeMessage {

    /// The header that says what a record is.
    public static final String TYPE_HEADER = "ce_type";

    private static final Logger LOG = Logger.getLogger(ChangeMessage.class);
    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ChangeMessage() {}

    /// A notice nobody can read is passed over: whoever looks at the case sees what it was about.
    ///
    /// @param type of [#TYPE_HEADER]
    /// @param partition where it lies, for the log, with `offset`
    public static Optional<CaseChange> read(
            byte @Nullable [] type, @Nullable String payload, int partition, long offset) {
        if (payload == null
                || type == null
                || !CaseChange.TYPE.equals(new String(type, StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(payload, CaseChange.class));
        } catch (JsonProcessingException fault) {
            LOG.warnf(
                    "unreadable change passed over partition=%d offset=%d cause=%s",
                    partition, offset, fault.getOriginalMessage());
            return Optional.empty();
        }
    }
}
