package org.fairlead.sanctions.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.service.problem.ProblemException;

/// Lists by the names that OpenSanctions gives their datasets, or by their own.
final class YenteDatasets {

    private static final Set<String> ALL = Set.of("default", "all", "sanctions");

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("us_ofac_sdn", "ofac-sdn"),
                    Map.entry("us_ofac_cons", "ofac-cons"),
                    Map.entry("un_sc_sanctions", "un-sc"),
                    Map.entry("un_1718_vessels", "un-1718"),
                    Map.entry("eu_fsf", "eu-fsf"),
                    Map.entry("gb_fcdo_sanctions", "uk-sl"),
                    Map.entry("gb_hmt_sanctions", "uk-ofsi"),
                    Map.entry("ca_dfatd_sema_sanctions", "ca-sema"));

    private YenteDatasets() {}

    /// @param known every list there is
    /// @param dataset of the path
    /// @return the lists to ask; empty for none at all
    /// @throws ProblemException `not-found` for a dataset of the path that is none of them
    static Set<String> lists(
            List<String> known, String dataset, List<String> included, List<String> excluded) {
        var lists = new LinkedHashSet<>(known(known, dataset));
        if (!included.isEmpty()) {
            lists.retainAll(all(known, included));
        }
        lists.removeAll(all(known, excluded));
        return lists;
    }

    private static List<String> known(List<String> known, String dataset) {
        var lists = of(known, dataset);
        if (lists.isEmpty()) {
            throw ProblemException.notFound();
        }
        return lists;
    }

    /// Names of datasets that are no list here say nothing.
    private static List<String> all(List<String> known, List<String> datasets) {
        var lists = new ArrayList<String>();
        datasets.forEach(dataset -> lists.addAll(of(known, dataset)));
        return lists;
    }

    private static List<String> of(List<String> known, String dataset) {
        if (ALL.contains(dataset)) {
            return known;
        }
        String list = NAMES.getOrDefault(dataset, dataset);
        return known.contains(list) ? List.of(list) : List.of();
    }
}
