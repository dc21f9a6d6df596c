package org.fairlead.cases.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.fairlead.cases.lifecycle.Slug;

/// What a field of a team's own holds.
public enum FieldKind implements Slug {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    /// A day, `2024-02-09`.
    @JsonProperty("date")
    DATE,
    @JsonProperty("flag")
    FLAG,
    /// One of the field's choices.
    @JsonProperty("choice")
    CHOICE;

    private static final int LONGEST = 2_000;

    /// What is wrong with the value; empty where nothing is.
    Optional<String> faultOf(JsonNode value, List<String> choices) {
        boolean fits =
                switch (this) {
                    case TEXT -> value.isTextual() && value.textValue().length() <= LONGEST;
                    case NUMBER -> value.isNumber();
                    case DATE -> value.isTextual() && isDate(value.textValue());
                    case FLAG -> value.isBoolean();
                    case CHOICE -> value.isTextual() && choices.contains(value.textValue());
                };
        return fits ? Optional.empty() : Optional.of(expectation(choices));
    }

    private String expectation(List<String> choices) {
        return switch (this) {
            case TEXT -> "expected text of at most %d characters".formatted(LONGEST);
            case NUMBER -> "expected a number";
            case DATE -> "expected a day such as 2024-02-09";
            case FLAG -> "expected true or false";
            case CHOICE -> "expected one of " + String.join(", ", choices);
        };
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() <= 9999;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}
