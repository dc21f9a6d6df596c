package org.fairlead.screening;

/// A name as a list or a query gives it.
///
/// @param isWeak the publisher says that it fits many: OFAC's "weak", the UN's "Low"
public record SubjectName(String text, boolean isWeak) {

    public SubjectName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name without a letter");
        }
    }

    public static SubjectName strong(String text) {
        return new SubjectName(text, false);
    }

    String strength() {
        return isWeak ? "weak" : "strong";
    }
}
