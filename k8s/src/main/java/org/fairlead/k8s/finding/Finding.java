package org.fairlead.k8s.finding;

/// Something that is wrong.
///
/// @param rule name of the rule it breaks
/// @param where the object, and the place in it
public record Finding(String rule, String where, String message) {

    @Override
    public String toString() {
        return "%s: %s: %s".formatted(rule, where, message);
    }
}
