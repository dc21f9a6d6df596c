package org.fairlead.cases.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a finding needs before a second person is asked to stand by it.
final class Readiness {

    private Readiness() {}

    static List<String> missing(
            List<Link> evidence, List<Alternative> alternatives, @Nullable String againstNote) {
        var missing = new ArrayList<String>();
        if (evidence.stream().noneMatch(link -> link.stance() == Stance.SUPPORTS)) {
            missing.add("evidence that supports it");
        }
        boolean isContradicted =
                evidence.stream().anyMatch(link -> link.stance() == Stance.CONTRADICTS);
        if (!isContradicted && againstNote == null) {
            missing.add("evidence that contradicts it, or a note on where it was looked for");
        }
        Arrays.stream(Alternative.Kind.values())
                .filter(kind -> alternatives.stream().noneMatch(one -> one.kind() == kind))
                .map(kind -> "the alternative " + kind.slug())
                .forEach(missing::add);
        return missing;
    }
}
