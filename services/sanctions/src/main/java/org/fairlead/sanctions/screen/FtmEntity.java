package org.fairlead.sanctions.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.SubjectName;
import org.fairlead.screening.name.Schema;

/// What is compared of a listing, in the words of FollowTheMoney.
final class FtmEntity {

    private FtmEntity() {}

    static String schema(Schema schema) {
        return switch (schema) {
            case VESSEL -> "Vessel";
            case PERSON -> "Person";
            case COMPANY -> "Organization";
            case PARTY -> "LegalEntity";
        };
    }

    static Map<String, List<String>> properties(Subject subject) {
        var properties = new LinkedHashMap<String, List<String>>();
        add(properties, "name", List.of(subject.names().getFirst().text()));
        add(properties, "alias", names(subject.names(), false));
        add(properties, "weakAlias", names(subject.names(), true));
        add(properties, "topics", List.of("sanction"));
        for (Property property : Property.values()) {
            String name = name(property, subject.schema());
            if (!name.isEmpty()) {
                add(
                        properties,
                        name,
                        subject.values(property).stream()
                                .map(value -> value(property, value))
                                .sorted()
                                .toList());
            }
        }
        return properties;
    }

    /// Empty where FollowTheMoney's schema has no such property.
    private static String name(Property property, Schema schema) {
        boolean isShip = schema == Schema.VESSEL;
        return switch (property) {
            case IMO -> isShip ? "imoNumber" : "";
            case COMPANY_IMO -> isShip ? "" : "imoNumber";
            case MMSI -> "mmsi";
            case CALL_SIGN -> "callSign";
            case FLAG -> "flag";
            case PAST_FLAG -> "pastFlags";
            case VESSEL_TYPE -> "type";
            case BUILD_YEAR -> "buildDate";
            case GROSS_TONNAGE -> "grossRegisteredTonnage";
            case DEADWEIGHT -> "deadweightTonnage";
            case OWNER -> "owner";
            case BIRTH_DATE -> "birthDate";
            case COUNTRY -> "country";
            case IDENTIFIER -> isShip ? "" : "idNumber";
        };
    }

    private static String value(Property property, String value) {
        return switch (property) {
            case IMO, COMPANY_IMO -> "IMO" + value;
            case FLAG, PAST_FLAG, COUNTRY -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
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
