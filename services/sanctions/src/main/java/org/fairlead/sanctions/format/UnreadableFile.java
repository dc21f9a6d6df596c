package org.fairlead.sanctions.format;

/// Ends the reading of a file; becomes [Reading.Refused] before it leaves the package.
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 40;

    UnreadableFile(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return java.util.Objects.requireNonNull(getMessage());
    }

    /// Text of the file as it may be quoted in a reason: short and printable.
    static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "·");
        return printable.length() <= LONGEST_QUOTE
                ? printable
                : printable.substring(0, LONGEST_QUOTE) + "…";
    }
}
