package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;
import org.jspecify.annotations.Nullable;

/// Reads a query in our own words or in those of FollowTheMoney.
final class QueryReader {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST = 500;

    private static final Map<String, Property> PROPERTIES =
            Map.ofEntries(
                    Map.entry("imo", Property.IMO),
                    Map.entry("imonumber", Property.IMO),
                    Map.entry("mmsi", Property.MMSI),
                    Map.entry("callsign", Property.CALL_SIGN),
                    Map.entry("companyimo", Property.COMPANY_IMO),
                    Map.entry("identifier", Property.IDENTIFIER),
                    Map.entry("idnumber", Property.IDENTIFIER),
                    Map.entry("passportnumber", Property.IDENTIFIER),
                    Map.entry("registrationnumber", Property.IDENTIFIER),
                    Map.entry("taxnumber", Property.IDENTIFIER),
                    Map.entry("inncode", Property.IDENTIFIER),
                    Map.entry("ogrncode", Property.IDENTIFIER),
                    Map.entry("leicode", Property.IDENTIFIER),
                    Map.entry("flag", Property.FLAG),
                    Map.entry("pastflag", Property.PAST_FLAG),
                    Map.entry("pastflags", Property.PAST_FLAG),
                    Map.entry("type", Property.VESSEL_TYPE),
                    Map.entry("vesseltype", Property.VESSEL_TYPE),
                    Map.entry("buildyear", Property.BUILD_YEAR),
                    Map.entry("builddate", Property.BUILD_YEAR),
                    Map.entry("grosstonnage", Property.GROSS_TONNAGE),
                    Map.entry("grossregisteredtonnage", Property.GROSS_TONNAGE),
                    Map.entry("deadweight", Property.DEADWEIGHT),
                    Map.entry("deadweighttonnage", Property.DEADWEIGHT),
                    Map.entry("tonnage", Property.DEADWEIGHT),
                    Map.entry("owner", Property.OWNER),
                    Map.entry("birthdate", Property.BIRTH_DATE),
                    Map.entry("country", Property.COUNTRY),
                    Map.entry("nationality", Property.COUNTRY),
                    Map.entry("citizenship", Property.COUNTRY),
                    Map.entry("jurisdiction", Property.COUNTRY));

    /// Properties of FollowTheMoney that say nothing here.
    private static final List<String> IGNORED =
            List.of(
                    "topics",
                    "gender",
                    "notes",
                    "address",
                    "sourceurl",
                    "summary",
                    "email",
                    "phone",
                    "position",
                    "title",
                    "website",
                    "legalform",
                    "incorporationdate",
                    "mothername",
                    "placeofbirth",
                    "birthplace",
                    "birthcountry",
                    "status",
                    "sector",
                    "description",
                    "classification",
                    "program",
                    "keywords",
                    "modifiedat",
                    "createdat",
                    "wikidataid",
                    "education",
                    "religion",
                    "ethnicity",
                    "deathdate",
                    "crn",
                    "registrationport",
                    "hullnumber");

    /// Parts of a person's name, in the order in which they make one.
    private static final List<String> NAME_PARTS =
            List.of("firstname", "secondname", "middlename", "fathername", "lastname");

    private QueryReader() {}

    /// What it finds wrong is added to the faults; the subject then is without it.
    static Subject read(
            String id,
            ScreenRequest.@Nullable Query query,
            String pointer,
            List<FieldError> faults) {
        if (query == null) {
            faults.add(new FieldError(pointer, "a query is an object with schema and properties"));
            return Subject.of(id, Schema.PARTY).build();
        }
        var schema = Schema.find(query.schema() == null ? "party" : query.schema());
        if (schema.isEmpty()) {
            faults.add(
                    new FieldError(
                            pointer + "/schema", "expected vessel, person, company or party"));
        }
        var subject = Subject.of(id, schema.orElse(Schema.PARTY));
        var properties = query.properties();
        if (properties != null) {
            properties.forEach((name, value) ->
                    add(subject, name, value, pointer + "/properties/" + name, faults));
        }
        var built = subject.build();
        if (built.names().isEmpty() && properties != null) {
            built = subject.name(nameOfParts(properties)).build();
        }
        if (built.names().isEmpty() && built.properties().isEmpty()) {
            faults.add(
                    new FieldError(pointer + "/properties", "a name or an identifier is needed"));
        }
        return built;
    }

    /// Empty when there are none.
    private static String nameOfParts(Map<String, JsonNode> properties) {
        var parts = new TreeMap<Integer, String>();
        properties.forEach((name, value) -> {
            int place = NAME_PARTS.indexOf(name.toLowerCase(Locale.ROOT));
            var texts = texts(value, "", new ArrayList<>());
            if (place >= 0 && !texts.isEmpty()) {
                parts.put(place, texts.getFirst());
            }
        });
        return String.join(" ", parts.values());
    }

    private static void add(
            Subject.Builder subject,
            String name,
            JsonNode value,
            String pointer,
            List<FieldError> faults) {
        String key = name.toLowerCase(Locale.ROOT);
        var property = property(key, subject.schema());
        for (String text : texts(value, pointer, faults)) {
            switch (key) {
                case "name", "alias", "previousname" -> subject.name(text);
                case "weakalias" -> subject.name(text, true);
                default -> {
                    if (property != null) {
                        subject.add(property, text);
                    }
                }
            }
        }
        if (!isKnown(name) && !IGNORED.contains(key)) {
            faults.add(
                    new FieldError(
                            pointer,
                            "not a property that is compared; see docs/reference/screening.md"));
        }
    }

    /// FollowTheMoney calls the numbers of ships and of companies the same.
    private static @Nullable Property property(String key, Schema schema) {
        return key.equals("imonumber") && schema != Schema.VESSEL
                ? Property.COMPANY_IMO
                : PROPERTIES.get(key);
    }

    /// True for a property that is compared.
    static boolean isKnown(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return PROPERTIES.containsKey(key)
                || NAME_PARTS.contains(key)
                || List.of("name", "alias", "previousname", "weakalias").contains(key);
    }

    private static List<String> texts(JsonNode value, String pointer, List<FieldError> faults) {
        var texts = new ArrayList<String>();
        var values = value.isArray() ? value : List.of(value);
        for (JsonNode each : values) {
            if (each.isNull()) {
                continue;
            }
            if (each.isContainerNode() || each.isBoolean()) {
                faults.add(new FieldError(pointer, "expected a text or a list of texts"));
            } else if (each.asText().length() > LONGEST) {
                faults.add(new FieldError(pointer, "at most %d characters".formatted(LONGEST)));
            } else if (!each.asText().isBlank()) {
                texts.add(each.asText());
            }
        }
        if (texts.size() > MOST_VALUES) {
            faults.add(new FieldError(pointer, "at most %d values".formatted(MOST_VALUES)));
            return texts.subList(0, MOST_VALUES);
        }
        return texts;
    }
}
