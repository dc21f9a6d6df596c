package org.fairlead.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.screening.name.Schema;

/// A ship or a party: one that is asked about, or one that a list names.
///
/// @param id of the listing, or of the query
/// @param properties in the form that [Property] says; use [Builder] to bring them into it
public record Subject(
        String id, Schema schema, List<SubjectName> names, Map<Property, Set<String>> properties) {

    public Subject {
        names = List.copyOf(names);
        var copy = new EnumMap<Property, Set<String>>(Property.class);
        properties.forEach((property, values) -> copy.put(property, Set.copyOf(values)));
        properties = Map.copyOf(copy);
    }

    public Set<String> values(Property property) {
        return properties.getOrDefault(property, Set.of());
    }

    public boolean has(Property property) {
        return !values(property).isEmpty();
    }

    public static Builder of(String id, Schema schema) {
        return new Builder(id, schema);
    }

    /// Brings values into one form and leaves out those that say nothing.
    public static final class Builder {

        private static final Pattern NAMES_IN_ONE =
                Pattern.compile("(?<=\\p{L}{3})\\s*/\\s*(?=\\p{L}{3})");

        private final String id;
        private final Schema schema;
        private final Set<SubjectName> names = new LinkedHashSet<>();
        private final Map<Property, Set<String>> properties = new EnumMap<>(Property.class);

        private Builder(String id, Schema schema) {
            this.id = id;
            this.schema = schema;
        }

        public Schema schema() {
            return schema;
        }

        /// `A/B` is taken for itself and for each of A and B.
        public Builder name(String text, boolean isWeak) {
            if (!text.isBlank()) {
                names.add(new SubjectName(text.strip(), isWeak));
                String[] parts = NAMES_IN_ONE.split(text.strip());
                for (int i = 0; parts.length > 1 && i < parts.length; i++) {
                    names.add(new SubjectName(parts[i], isWeak));
                }
            }
            return this;
        }

        public Builder name(String text) {
            return name(text, false);
        }

        public Builder add(Property property, String value) {
            String normal = PropertyForm.of(property, value);
            if (!normal.isEmpty()) {
                properties.computeIfAbsent(property, key -> new LinkedHashSet<>()).add(normal);
            }
            return this;
        }

        public Builder addAll(Property property, Collection<String> values) {
            values.forEach(value -> add(property, value));
            return this;
        }

        public Subject build() {
            return new Subject(id, schema, new ArrayList<>(names), properties);
        }
    }
}
