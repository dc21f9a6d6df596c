package org.fairlead.lists;

/// A name as a list has it.
///
/// @param strength what the publisher makes of it; strong where it says nothing
/// @param script ISO 15924 code of most of its letters, `Latn` where it has none
public record ListedName(String text, Kind kind, Strength strength, String script) {

    public enum Kind {
        PRIMARY,
        /// Also known as, now known as, spelling variation.
        AKA,
        /// Formerly known as.
        FKA,
        /// In the script its bearer writes it in.
        ORIGINAL_SCRIPT
    }

    public enum Strength {
        STRONG,
        /// Broad, common or doubtful, says the publisher: a match by it alone means little.
        WEAK
    }

    public ListedName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name without letters");
        }
    }

    public static ListedName of(String text, Kind kind, Strength strength) {
        return new ListedName(text, kind, strength, Script.of(text));
    }
}
