package org.fairlead.ais.encounter;

import java.util.List;

/// The step of one cell at one time, with its contacts sent on to the pairs.
public final class Contacts {

    private Contacts() {}

    /// Takes a note to the cell of a pair.
    public interface ToPair {
        void send(long pair, byte[] note);
    }

    /// @param there those of the cell
    /// @return those of it then
    public static List<Point> on(
            List<Point> there, byte[] note, EncounterConfig config, ToPair pairs) {
        var step = Meeting.on(there, note, config.wideMetres());
        step.contacts()
                .forEach(
                        one -> pairs.send(one.contact().pair(), one.contact().note(one.isThere())));
        return step.next();
    }

    public static byte[] encode(List<Point> there) {
        return Meeting.encode(there);
    }

    public static List<Point> decode(byte[] bytes) {
        return Meeting.decode(bytes);
    }
}
