package org.fairlead.cli.decode;

import java.time.Instant;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.AisFieldReader;
import org.fairlead.nmea.field.Rendering;
import org.fairlead.nmea.field.ValueSink;

/// What is known of a message beside its content: where it stood, when and by whom it was received.
///
/// @param receivedAt the name; raw it is a number of milliseconds since 1970
record Envelope(Rendering rendering, String receivedAt, String ownShip) {

    static final String LINE = "line";
    static final String SOURCE = "source";
    static final String TALKER = "talker";
    static final String CHANNEL = "channel";

    static Envelope of(Rendering rendering) {
        return rendering == Rendering.RAW
                ? new Envelope(rendering, "received_ms", "own_ship")
                : new Envelope(rendering, "receivedAt", "isOwnShip");
    }

    void write(AisFieldReader message, ValueSink sink) {
        sink.integer(LINE, message.lineNumber());
        var millis = message.epochMillis();
        if (millis != AisColumns.TIME_ABSENT) {
            if (rendering == Rendering.RAW) {
                sink.integer(receivedAt, millis);
            } else {
                sink.text(receivedAt, Instant.ofEpochMilli(millis).toString());
            }
        }
        message.source().ifPresent(source -> sink.text(SOURCE, source));
        sink.text(TALKER, message.talker());
        if (message.channel() != 0) {
            sink.text(CHANNEL, String.valueOf(message.channel()));
        }
        if (message.isOwnShip()) {
            sink.flag(ownShip, true);
        }
    }
}
