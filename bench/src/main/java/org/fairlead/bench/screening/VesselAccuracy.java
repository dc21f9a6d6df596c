package org.fairlead.bench.screening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.lists.ImoNumber;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Property;
import org.fairlead.screening.Question;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;

/// Ships of one list looked for in another by name alone, and with their IMO number; and innocent
/// ships, of a listed ship's name with another number.
///
/// @param pairs ships on both lists, by a valid IMO number
/// @param exact of them by a name that is the same in upper case: what the best exact search finds
record VesselAccuracy(
        int pairs, int exact, int byName, int byImo, int innocent, int innocentAlerts) {

    static VesselAccuracy of(List<Subject> one, List<Subject> other) {
        var corpus = new Corpus("other", other);
        var target = byImo(other);
        int pairs = 0;
        int exact = 0;
        int byName = 0;
        int byImo = 0;
        int innocent = 0;
        int alerts = 0;
        for (Subject ship : one) {
            for (String imo : ship.values(Property.IMO)) {
                var listed = target.get(imo);
                if (listed == null) {
                    continue;
                }
                pairs++;
                exact += sharesAName(ship, listed) ? 1 : 0;
                byName += finds(corpus, bare(ship), imo) ? 1 : 0;
                byImo += finds(corpus, bare(ship).add(Property.IMO, imo), imo) ? 1 : 0;
                innocent++;
                alerts +=
                        alerts(
                                        corpus,
                                        bare(listed)
                                                .add(Property.IMO, another(imo, target.keySet())))
                                ? 1
                                : 0;
            }
        }
        return new VesselAccuracy(pairs, exact, byName, byImo, innocent, alerts);
    }

    private static Map<String, Subject> byImo(List<Subject> subjects) {
        var found = new HashMap<String, Subject>();
        for (Subject subject : subjects) {
            if (subject.schema() == Schema.VESSEL) {
                subject.values(Property.IMO).stream()
                        .filter(imo -> ImoNumber.of(imo).isPresent())
                        .forEach(imo -> found.put(imo, subject));
            }
        }
        return found;
    }

    private static Subject.Builder bare(Subject ship) {
        var query = Subject.of("query", Schema.VESSEL);
        ship.names().forEach(name -> query.name(name.text()));
        return query;
    }

    private static boolean finds(Corpus corpus, Subject.Builder query, String imo) {
        return corpus.search(Question.of(query.build(), Profile.VESSEL).withLimit(200)).stream()
                .anyMatch(hit -> hit.subject().values(Property.IMO).contains(imo));
    }

    private static boolean alerts(Corpus corpus, Subject.Builder query) {
        return !corpus.search(Question.of(query.build(), Profile.VESSEL)).isEmpty();
    }

    /// A valid number that no listed ship has.
    private static String another(String imo, Set<String> taken) {
        for (int number = Integer.parseInt(imo.substring(0, 6)) + 1; ; number++) {
            for (int check = 0; check < 10; check++) {
                String candidate = "" + number + check;
                if (ImoNumber.of(candidate).isPresent() && !taken.contains(candidate)) {
                    return candidate;
                }
            }
        }
    }

    private static boolean sharesAName(Subject one, Subject other) {
        var names = new HashSet<String>();
        one.names().forEach(name -> names.add(name.text().toUpperCase(java.util.Locale.ROOT)));
        return other.names().stream()
                .anyMatch(name -> names.contains(name.text().toUpperCase(java.util.Locale.ROOT)));
    }
}
