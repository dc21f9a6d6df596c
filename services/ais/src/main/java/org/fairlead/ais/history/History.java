package org.fairlead.ais.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.ais.finding.Told;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.jspecify.annotations.Nullable;

/// What is known of one ship beside her reports: the newest version of each silence and observed
/// visit, what she says of herself, and what was told of all that.
record History(
        @Nullable VesselIdentity identity,
        List<Silence> silences,
        List<Activity> visits,
        List<Told> told) {

    static final History NONE = new History(null, List.of(), List.of(), List.of());

    History {
        silences = List.copyOf(silences);
        visits = List.copyOf(visits);
        told = List.copyOf(told);
    }

    History and(VesselIdentity said) {
        return identity != null && identity.version() >= said.version()
                ? this
                : new History(said, silences, visits, told);
    }

    History and(Silence silence, int most) {
        var all = new ArrayList<>(silences);
        var before = all.stream().filter(one -> one.id().equals(silence.id())).findFirst();
        if (before.isPresent() && before.get().version() >= silence.version()) {
            return this;
        }
        before.ifPresent(all::remove);
        all.add(silence);
        all.sort(
                Comparator.comparing((Silence one) -> one.start().at()).thenComparing(Silence::id));
        return new History(identity, newest(all, most), visits, told);
    }

    History and(Activity visit, int most) {
        var all = new ArrayList<>(visits);
        var before = all.stream().filter(one -> one.id().equals(visit.id())).findFirst();
        if (before.isPresent() && before.get().version() >= visit.version()) {
            return this;
        }
        before.ifPresent(all::remove);
        all.add(visit);
        all.sort(Comparator.comparing(Activity::from).thenComparing(Activity::id));
        return new History(identity, silences, newest(all, most), told);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    History with(List<Told> entries) {
        return new History(identity, silences, visits, entries);
    }

    /// Silences that say something of the ship: not those of the source, nor those taken back.
    List<Silence> standing() {
        return silences.stream()
                .filter(one ->
                        one.state() == Silence.State.OPEN
                                || one.state() == Silence.State.REAPPEARED
                                || one.state() == Silence.State.NOT_REOBSERVED)
                .toList();
    }
}
