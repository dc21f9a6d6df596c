package org.fairlead.ais.encounter;

import org.jspecify.annotations.Nullable;

/// The step of one cell at one time, with its contacts sent on to the pairs.
public final class Contacts {

    private Contacts() {}

    /// Takes a note to the cell of a pair.
    public interface ToPair {
        void send(long pair, byte[] note);
    }

    public static byte @Nullable [] on(
            byte @Nullable [] state, byte[] note, EncounterConfig config, ToPair pairs) {
        var step = Meeting.on(state, note, config.wideMetres());
        step.contacts()
                .forEach(
                        one -> pairs.send(one.contact().pair(), one.contact().note(one.isThere())));
        return step.next();
    }
}
