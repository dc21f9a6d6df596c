package org.fairlead.k8s.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Values without fields of their own: what each looks like on the wire.
final class Scalars {

    private static final Map<Class<?>, Predicate<JsonNode>> HOLDS =
            Map.of(
                    String.class, JsonNode::isTextual,
                    Boolean.class, JsonNode::isBoolean,
                    Integer.class, JsonNode::isInt,
                    Long.class, JsonNode::isIntegralNumber,
                    Double.class, JsonNode::isNumber,
                    IntOrString.class, value -> value.isInt() || value.isTextual(),
                    Quantity.class, Scalars::isQuantity,
                    OffsetDateTime.class, Scalars::isTime,
                    byte[].class, Scalars::isBase64,
                    Object.class, value -> true);

    private Scalars() {}

    static boolean isScalar(Class<?> type) {
        return HOLDS.containsKey(type);
    }

    static Optional<String> complaint(JsonNode value, Class<?> type) {
        var holds = HOLDS.get(type);
        return holds != null && holds.test(value)
                ? Optional.empty()
                : Optional.of("%s is no %s".formatted(value, type.getSimpleName()));
    }

    private static boolean isQuantity(JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            return false;
        }
        try {
            return Quantity.fromString(value.asText()).getNumber().signum() >= 0;
        } catch (QuantityFormatException | NumberFormatException not) {
            return false;
        }
    }

    private static boolean isTime(JsonNode value) {
        try {
            return value.isTextual() && OffsetDateTime.parse(value.asText()).getYear() > 0;
        } catch (DateTimeException not) {
            return false;
        }
    }

    private static boolean isBase64(JsonNode value) {
        try {
            return value.isTextual() && Base64.getDecoder().decode(value.asText()) != null;
        } catch (IllegalArgumentException not) {
            return false;
        }
    }
}
