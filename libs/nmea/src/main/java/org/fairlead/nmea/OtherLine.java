package org.fairlead.nmea;

/// What a line was that is no AIS sentence and needs no complaint.
public enum OtherLine {
    BLANK,
    COMMENT,
    /// A tag block on a line of its own; it describes the next AIS sentence.
    TAG_BLOCK,
    /// `$PGHP`: the receive time of the next AIS sentence.
    TIME_SENTENCE,
    /// `$GPGGA` and the like.
    OTHER_SENTENCE
}
