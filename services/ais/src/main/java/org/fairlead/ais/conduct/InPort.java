package org.fairlead.ais.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;

/// Ships that are in port as far as was heard, and when they are lost from sight: their visit is
/// told of as ended when the source that heard them has come that far without them.
///
/// Follows from what is stored and from how far the sources have come.
final class InPort {

    private final long endsAfterMillis;
    private final Map<Integer, Watch> watched = new HashMap<>();
    private final Map<String, Long> heardUntil = new HashMap<>();

    private record Watch(String source, long atMillis) {}

    InPort(long endsAfterMillis) {
        this.endsAfterMillis = endsAfterMillis;
    }

    void clear() {
        watched.clear();
        heardUntil.clear();
    }

    void heard(String source, long watermarkMillis) {
        heardUntil.merge(source, watermarkMillis, Math::max);
    }

    long heardUntil(String source) {
        return heardUntil.getOrDefault(source, Long.MIN_VALUE);
    }

    /// She is looked at once the source has come to this time; that may be too early, not too late.
    void watch(int mmsi, String source, long atMillis) {
        watched.put(mmsi, new Watch(source, atMillis));
    }

    void leave(int mmsi) {
        watched.remove(mmsi);
    }

    /// As it was when the process ended.
    void restore(int mmsi, Activity told) {
        if (told.state() == Activity.State.OPEN
                && told.details() instanceof PortVisit
                && !told.fixes().isEmpty()) {
            var last = told.fixes().getLast();
            watch(
                    mmsi,
                    Objects.requireNonNullElse(last.source(), ""),
                    last.at().toEpochMilli() + endsAfterMillis);
        }
    }

    /// Whose time has come; they are taken off.
    List<Integer> due() {
        var due = new ArrayList<Integer>();
        watched.forEach((mmsi, watch) -> {
            if (heardUntil(watch.source()) >= watch.atMillis()) {
                due.add(mmsi);
            }
        });
        due.forEach(watched::remove);
        due.sort(null);
        return due;
    }
}
