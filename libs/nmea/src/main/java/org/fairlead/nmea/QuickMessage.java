package org.fairlead.nmea;

/// The end of every way but that of [QuickReports]: a whole payload becomes a row, or is declined.
final class QuickMessage {

    private final QuickOrigin origin;
    private final long[] messagesByType;

    QuickMessage(QuickOrigin origin, LineDecoder decoder) {
        this.origin = origin;
        messagesByType = decoder.messagesByType();
    }

    /// @param payload at least as long as a type and an MMSI are
    /// @param checksum of the sentence that completed it
    /// @return whether it was added; else nothing has changed
    boolean add(
            Payload payload,
            int checksum,
            byte channel,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        var type = payload.unsigned(0, 6);
        var mmsi = payload.unsigned(8, 30);
        if (mmsi > QuickHead.MOST_MMSI || MessageLength.isTooShort(type, payload)) {
            return false;
        }
        origin.settle(checksum);
        messagesByType[type]++;
        columns.add(
                payload,
                type,
                mmsi,
                origin.millis(),
                origin.source(),
                channel,
                lineNumber,
                byteOffset);
        return true;
    }
}
