package org.fairlead.cases.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What is said of a file that becomes evidence.
///
/// @param fileName safe as the name of a file on any system
/// @param mediaType as claimed; nothing depends on it
record NewFile(
        String title,
        String fileName,
        String mediaType,
        @Nullable String note,
        @Nullable String source,
        @Nullable String licence,
        boolean isSynthetic,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_NOTE = 5_000;
    private static final int LONGEST_NAME = 100;
    private static final Set<String> RESERVED =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

    static NewFile of(
            @Nullable String title,
            @Nullable String fileName,
            @Nullable String mediaType,
            @Nullable String note,
            @Nullable String source,
            @Nullable String licence,
            boolean isSynthetic,
            @Nullable String from,
            @Nullable String to) {
        String name = Fields.text("Fairlead-File-Name", fileName, LONGEST_TEXT);
        Instant start = time("from", from);
        Instant end = time("to", to);
        if (start != null && end != null && end.isBefore(start)) {
            throw ProblemException.invalid("to", "expected a time not before from");
        }
        String said = title == null || title.isBlank() ? name : title;
        return new NewFile(
                Fields.text("title", said, LONGEST_TEXT),
                safe(name),
                mediaType == null || mediaType.length() > LONGEST_NAME
                        ? "application/octet-stream"
                        : mediaType,
                Fields.optionalText("note", note, LONGEST_NOTE),
                Fields.optionalText("source", source, LONGEST_TEXT),
                Fields.optionalText("licence", licence, LONGEST_TEXT),
                isSynthetic,
                start,
                end);
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException fault) {
            throw ProblemException.invalid(
                    field, "expected a time in UTC, 2024-02-09T12:00:00Z for example");
        }
    }

    /// No path, no blank, nothing a system takes for something else.
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+", "");
        if (plain.length() > LONGEST_NAME) {
            plain = plain.substring(plain.length() - LONGEST_NAME).replaceAll("^[._-]+", "");
        }
        int dot = plain.indexOf('.');
        String stem = (dot < 0 ? plain : plain.substring(0, dot)).toLowerCase(Locale.ROOT);
        return plain.isEmpty() || RESERVED.contains(stem) || plain.equals("record.json")
                ? "file-" + plain
                : plain;
    }
}
