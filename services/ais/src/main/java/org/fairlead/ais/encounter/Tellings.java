package org.fairlead.ais.encounter;

import java.util.List;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Told;
import org.jspecify.annotations.Nullable;

/// What was told of a pair, as JSON and as objects, whichever it was made of; the other is made
/// when it is first asked for. Contacts come every ten minutes, and what was told changes once or
/// twice a day, so most states are read and written without a look at it.
final class Tellings {

    static final Tellings NONE = new Tellings(List.of(), new byte[0]);

    private @Nullable List<Told> told;
    private byte @Nullable [] json;

    private Tellings(@Nullable List<Told> told, byte @Nullable [] json) {
        this.told = told;
        this.json = json;
    }

    static Tellings of(List<Told> told) {
        return told.isEmpty() ? NONE : new Tellings(List.copyOf(told), null);
    }

    /// @param json as [#json] gave it
    static Tellings of(byte[] json) {
        return json.length == 0 ? NONE : new Tellings(null, json);
    }

    boolean isEmpty() {
        return this == NONE;
    }

    List<Told> told() {
        if (told == null) {
            told = List.copyOf(FindingJson.read(json(), State.class).told());
        }
        return told;
    }

    /// Empty when nothing was told; not to be changed.
    byte[] json() {
        if (json == null) {
            json = FindingJson.write(new State(told()));
        }
        return json;
    }

    record State(List<Told> told) {}
}
