package org.fairlead.sanctions.screen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fairlead.screening.Subject;
import org.fairlead.screening.SubjectName;

/// Fingerprints of what is compared of a subject: two that say the same have the same.
final class QueryKey {

    private QueryKey() {}

    /// Of a query: under it suppressions are kept.
    static String of(Subject query) {
        return "q-" + hash(query).substring(0, 24);
    }

    /// Of a listing's compared fields: a suppression lapses when it changes. What else the listing
    /// says (remarks, programmes) may change freely.
    static String ofListing(Subject listing) {
        return hash(listing);
    }

    private static String hash(Subject subject) {
        var names =
                subject.names().stream()
                        .map(QueryKey::line)
                        .collect(Collectors.toCollection(TreeSet::new));
        var properties = new TreeMap<String, TreeSet<String>>();
        subject.properties()
                .forEach((property, values) ->
                        properties.put(property.slug(), new TreeSet<>(values)));
        return sha256(subject.schema() + "\n" + names + "\n" + properties);
    }

    private static String line(SubjectName name) {
        return name.text().strip().replaceAll("\\s+", " ").toUpperCase(java.util.Locale.ROOT)
                + (name.isWeak() ? " (weak)" : "");
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
