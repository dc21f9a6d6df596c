package org.fairlead.lists;

/// Ends the reading of a file; becomes [Reading.Refused] before it leaves the parsers.
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 40;

    public UnreadableFile(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return java.util.Objects.requireNonNull(getMessage());
    }

    /// Text of the file as it may be quoted in a reason: short and printable.
    public static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "·");
        return printable.length() <= LONGEST_QUOTE
                ? printable
                : printable.substring(0, LONGEST_QUOTE) + "…";
    }
}
