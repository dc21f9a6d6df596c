package org.fairlead.lists.ofac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairlead.lists.Listings;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;

/// The reference values and locations of an advanced file, by set and number.
final class OfacReferences {

    private final Listings warnings;
    private final Map<String, Map<String, Element>> sets = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    OfacReferences(Listings warnings) {
        this.warnings = warnings;
    }

    void value(Element value) throws UnreadableFile {
        sets.computeIfAbsent(value.name(), set -> new HashMap<>())
                .put(value.requiredAttribute("ID"), value);
    }

    void location(Element location) throws UnreadableFile {
        String id = location.requiredAttribute("ID");
        var parts = new ArrayList<String>();
        location.texts("LocationPart/LocationPartValue/Value").forEach(parts::add);
        for (Element country : location.all("LocationCountry")) {
            String name = text(country, "Country", "CountryID");
            countries.put(id, name);
            parts.add(name);
        }
        places.put(id, String.join(", ", parts));
    }

    /// What a number stands for: the set is named after its elements, `FeatureType`.
    String text(Element user, String set, String attribute) throws UnreadableFile {
        String id = user.requiredAttribute(attribute);
        return find(set, id)
                .map(Element::text)
                .orElseGet(() -> {
                    warnings.warn(
                            user.place()
                                    + "%s %s is not in the reference values".formatted(set, id));
                    return "%s %s".formatted(set, id);
                });
    }

    Optional<Element> find(String set, String id) {
        return Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(id));
    }

    Optional<String> place(String locationId) {
        return Optional.ofNullable(places.get(locationId));
    }

    Optional<String> country(String locationId) {
        return Optional.ofNullable(countries.get(locationId));
    }
}
