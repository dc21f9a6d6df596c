package org.fairlead.nmea;

/// Why a line was not decoded. The sentence is written for the person who uploaded the file.
public enum Reason {
    NOT_NMEA("The line is not an NMEA sentence, a tag block or a comment."),
    TOO_LONG("The line is longer than the configured maximum and was skipped."),
    TAG_BLOCK("The tag block before the sentence is not closed or is malformed."),
    TAG_BLOCK_CHECKSUM(
            "The tag block's checksum does not match, so its time and source cannot be trusted."),
    NO_CHECKSUM("The sentence has no checksum; it was probably cut off."),
    CHECKSUM("The sentence's checksum does not match its text."),
    MALFORMED_FIELDS("A field of the sentence is missing or is not what the format allows."),
    BAD_ARMOUR("The payload has a character that no AIS payload can have."),
    PAYLOAD_TOO_LONG("The payload is longer than any AIS transmission."),
    TRUNCATED_PAYLOAD("The payload ends before the last field of its message type."),
    MMSI_RANGE("The sender's number has more than nine digits, so it is no MMSI."),
    PART_TIMED_OUT("The other parts of this message never came."),
    PART_WITHOUT_START("The first part of this message never came."),
    PART_REPLACED(
            "Another message began under the same sequence number before this one was complete.");

    private static final Reason[] VALUES = values();

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /// One plain sentence saying what is wrong.
    public String sentence() {
        return sentence;
    }

    static Reason of(int ordinal) {
        return VALUES[ordinal];
    }
}
