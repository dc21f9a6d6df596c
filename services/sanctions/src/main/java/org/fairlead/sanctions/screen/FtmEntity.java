package org.fairlead.sanctions.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.SubjectName;

/// A listing in the words of FollowTheMoney.
final class FtmEntity {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("imo", "imoNumber"),
                    Map.entry("mmsi", "mmsi"),
                    Map.entry("call-sign", "callSign"),
                    Map.entry("flag", "flag"),
                    Map.entry("past-flag", "pastFlags"),
                    Map.entry("vessel-type", "type"),
                    Map.entry("build-year", "buildDate"),
                    Map.entry("gross-tonnage", "grossRegisteredTonnage"),
                    Map.entry("deadweight", "deadweightTonnage"),
                    Map.entry("owner", "owner"),
                    Map.entry("birth-date", "birthDate"),
                    Map.entry("country", "country"),
                    Map.entry("identifier", "idNumber"),
                    Map.entry("company-imo", "companyImo"));

    private FtmEntity() {}

    static String schema(String slug) {
        return switch (slug) {
            case "vessel" -> "Vessel";
            case "person" -> "Person";
            case "company" -> "Organization";
            default -> "LegalEntity";
        };
    }

    static Map<String, List<String>> properties(Corpus corpus, ScreenAnswer.Listed listing) {
        var properties = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < corpus.size(); i++) {
            var subject = corpus.subject(i);
            if (subject.id().equals(listing.list() + "/" + listing.sourceId())) {
                add(properties, "name", List.of(subject.names().getFirst().text()));
                add(properties, "alias", names(subject.names(), false));
                add(properties, "weakAlias", names(subject.names(), true));
                break;
            }
        }
        listing.properties()
                .forEach((name, values) -> add(properties, NAMES.getOrDefault(name, name), values));
        return properties;
    }

    private static List<String> names(List<SubjectName> names, boolean isWeak) {
        return names.stream()
                .skip(1)
                .filter(name -> name.isWeak() == isWeak)
                .map(SubjectName::text)
                .distinct()
                .toList();
    }

    private static void add(
            Map<String, List<String>> properties, String name, List<String> values) {
        if (!values.isEmpty()) {
            properties.put(name, values);
        }
    }
}
