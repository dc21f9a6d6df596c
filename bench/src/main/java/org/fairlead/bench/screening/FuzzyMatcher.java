package org.fairlead.bench.screening;

import com.intuit.fuzzymatcher.component.MatchService;
import com.intuit.fuzzymatcher.domain.Document;
import com.intuit.fuzzymatcher.domain.Element;
import com.intuit.fuzzymatcher.domain.ElementType;
import com.intuit.fuzzymatcher.domain.Match;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.screening.Subject;
import org.fairlead.screening.SubjectName;
import org.fairlead.screening.name.Schema;

/// Intuit's fuzzy-matcher (Apache-2.0), the matcher of names that Maven Central has: names as
/// documents of one element of the type `NAME`, as its own examples have them.
final class FuzzyMatcher {

    /// Low, so that the threshold that serves it best can be looked for.
    private static final double LEAST = 0.05;

    private final MatchService service = new MatchService();

    private static Document document(String key, String name, double threshold) {
        return new Document.Builder(key)
                .addElement(
                        new Element.Builder<String>()
                                .setValue(name)
                                .setType(ElementType.NAME)
                                .setThreshold(threshold)
                                .createElement())
                .setThreshold(threshold)
                .createDocument();
    }

    /// Of a pair of names, 0 to 1.
    double score(String query, String listed) {
        var found =
                service.applyMatchByDocId(
                        document("query", query, LEAST),
                        List.of(document("listed", listed, LEAST)));
        return found.values().stream()
                .flatMap(List::stream)
                .mapToDouble(match -> match.getResult())
                .max()
                .orElse(0);
    }

    /// CPU time of one thread for a query against every name. It reads all of them for each query:
    /// it keeps no index.
    Speed.Times times(List<Subject> listings, List<Subject> queries, Schema schema) {
        var names = new ArrayList<Document>();
        for (Subject listing : listings) {
            if (schema.fits(listing.schema())) {
                for (SubjectName name : listing.names()) {
                    names.add(document("" + names.size(), name.text(), 0.5));
                }
            }
        }
        var times = new double[queries.size()];
        long hits = 0;
        for (int i = 0; i < times.length; i++) {
            String query = queries.get(i).names().getFirst().text();
            long start = cpu();
            List<List<Match<Document>>> found =
                    List.copyOf(
                            service.applyMatchByDocId(document("query", query, 0.5), names)
                                    .values());
            times[i] = (cpu() - start) / 1e6;
            hits += found.stream().mapToLong(List::size).sum();
        }
        return Speed.Times.of(times, hits);
    }

    // It works on the pool of the parallel streams as well: every thread's time counts.
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
