package org.fairlead.screening.name;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of thing a name is of.
public enum Schema {
    VESSEL,
    PERSON,
    COMPANY,
    /// A person or an organisation: not known which.
    PARTY;

    public boolean canBePerson() {
        return this == PERSON || this == PARTY;
    }

    public boolean canBeCompany() {
        return this == COMPANY || this == PARTY;
    }

    /// True when a thing of one kind can be a thing of the other.
    public boolean fits(Schema other) {
        return this == other
                || (this == PARTY && other != VESSEL)
                || (other == PARTY && this != VESSEL);
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// By its own name, by those of the lists, or by those of FollowTheMoney; any case.
    public static Optional<Schema> find(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "individual" -> Optional.of(PERSON);
            case "organization", "organisation", "publicbody", "airplane", "security", "asset" ->
                    Optional.of(COMPANY);
            case "legalentity", "thing", "entity" -> Optional.of(PARTY);
            default ->
                    Arrays.stream(values())
                            .filter(schema -> schema.name().equalsIgnoreCase(text))
                            .findFirst();
        };
    }
}
