package org.fairlead.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// RFC 3339 with any offset, within [TimeRange]; a bare number is not a time.
final class InstantInRange extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    InstantInRange() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                var time = OffsetDateTime.parse(parser.getText().strip()).toInstant();
                if (TimeRange.holds(time)) {
                    return time;
                }
            } catch (DateTimeParseException unreadable) {
                // refused below, in the same words
            }
        }
        var why = new IllegalArgumentException(TimeRange.sentence());
        throw JsonMappingException.from(parser, why.getMessage(), why);
    }
}
