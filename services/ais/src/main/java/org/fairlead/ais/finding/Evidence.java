package org.fairlead.ais.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ReportedFix;

/// The reports a finding rests on: of many the first, the last, and some between, evenly.
public final class Evidence {

    private static final int MOST = 12;

    private Evidence() {}

    public static List<ReportedFix> of(int mmsi, List<Sample> samples) {
        return thinned(samples).stream().map(sample -> sample.fixOf(mmsi)).toList();
    }

    public static <T> List<T> thinned(List<T> all) {
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        var some = new ArrayList<T>();
        for (int i = 0; i < MOST; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (MOST - 1))));
        }
        return some;
    }

    public static List<String> sources(List<Sample> samples) {
        var names = new TreeSet<String>();
        samples.forEach(sample -> names.add(sample.source()));
        return List.copyOf(names);
    }

    public static boolean isSynthetic(List<Sample> samples) {
        return samples.stream().anyMatch(Sample::synthetic);
    }
}
