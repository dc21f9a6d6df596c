package org.fairlead.nmea;

/// When and by whom the sentence being read was received: from the tag block on its line, or, where
/// lines before it said something, from the [LineContext] they left.
final class QuickOrigin {

    private final LineDecoder decoder;
    private final LineContext context;
    private final QuickTag tag;
    private boolean isInContext;
    private boolean isTold;
    private long millis = LineDecoder.TIME_ABSENT;
    private int source = Sources.ABSENT;

    QuickOrigin(LineDecoder decoder) {
        this.decoder = decoder;
        context = decoder.context();
        tag = new QuickTag(decoder.sources());
    }

    /// Where the line's sentence begins, or -1 when its tag block is declined.
    ///
    /// @param at start of the line; [QuickSentence#ROOM] bytes of the buffer must follow
    int sentenceOf(byte[] buffer, int at, int to) {
        var isTagged = buffer[at] == '\\';
        isInContext = hasContext();
        if (isTagged && !isInContext) {
            var from = tag.read(buffer, at, to);
            if (from >= 0) {
                millis = tag.millis();
                source = tag.source();
                isTold = true;
                return from;
            }
            isInContext = true;
        }
        if (isTold) {
            forget();
        }
        return isTagged ? context.quickTagBlock(buffer, at, to) : at;
    }

    private void forget() {
        millis = LineDecoder.TIME_ABSENT;
        source = Sources.ABSENT;
        isTold = false;
    }

    /// Where the first sentence of a message in two begins, whose tag block has a group, a name and
    /// a time, or -1.
    int sentenceOfGroup(byte[] buffer, int at, int to) {
        isInContext = hasContext();
        var from = isInContext ? -1 : tag.readGroup(buffer, at, to);
        if (from >= 0) {
            millis = tag.millis();
            source = tag.source();
            isTold = true;
        }
        return from;
    }

    /// Whether lines before said something of the next sentence.
    boolean hasContext() {
        return context.isPending() || context.hasStationClock();
    }

    QuickTag tag() {
        return tag;
    }

    boolean isInContext() {
        return isInContext;
    }

    /// The sentence is taken: what was known of it is used up.
    ///
    /// @param checksum of the sentence
    void settle(int checksum) {
        if (isInContext) {
            take(checksum);
        }
        if (isTold) {
            decoder.told(source, millis);
        }
    }

    private void take(int checksum) {
        millis = context.millis(checksum, false);
        if (millis == LineDecoder.TIME_ABSENT) {
            millis = context.stationMillis();
        }
        source = context.source();
        context.clear();
        isTold = true;
    }

    /// Known once it is settled, as is the source.
    long millis() {
        return millis;
    }

    int source() {
        return source;
    }
}
