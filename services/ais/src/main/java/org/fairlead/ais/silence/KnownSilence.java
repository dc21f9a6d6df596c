package org.fairlead.ais.silence;

import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;

/// A silence as its area knows it.
///
/// @param version newest published, 0 when none is
/// @param said what the newest published version says, in a form that can be compared
/// @param isRetracted whether that is its retraction
/// @param storedMillis when the frame behind the newest note of it was written
record KnownSilence(
        SilenceNote.Found found, int version, String said, boolean isRetracted, long storedMillis) {

    private static final int LAYOUT = 1;

    byte[] encode() {
        var out = new Out();
        out.number(LAYOUT);
        out.number(version);
        out.text(said);
        out.flag(isRetracted);
        out.number(storedMillis);
        out.bytes(found.encode());
        return out.toByteArray();
    }

    static KnownSilence decode(byte[] bytes) {
        var in = new In(bytes);
        int layout = in.count();
        if (layout != LAYOUT) {
            throw new IllegalArgumentException("layout expected " + LAYOUT + ", was " + layout);
        }
        int version = in.count();
        String said = in.text();
        boolean retracted = in.flag();
        long stored = in.number();
        var found = (SilenceNote.Found) SilenceNote.decode(in.bytes());
        return new KnownSilence(found, version, said, retracted, stored);
    }
}
