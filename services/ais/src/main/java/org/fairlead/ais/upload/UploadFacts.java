package org.fairlead.ais.upload;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.fairlead.contracts.frame.SourceClass;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What the sender says of a file, checked.
///
/// @param source names the feed or archive; silences are judged by what the same source heard.
///   Without one it is the file's name
/// @param sourceClass how that source hears
record UploadFacts(
        String fileName,
        String source,
        SourceClass sourceClass,
        boolean synthetic,
        @Nullable Instant startsAt) {

    private static final int LONGEST = 200;

    static UploadFacts of(
            @Nullable String fileName,
            @Nullable String source,
            @Nullable String sourceClass,
            @Nullable String synthetic,
            @Nullable String startedAt) {
        String name = text("Fairlead-File-Name", lastStep(decoded(fileName)), "upload");
        return new UploadFacts(
                name,
                text("source", source, name),
                sourceClass("sourceClass", sourceClass),
                isTrue(synthetic),
                time(startedAt));
    }

    private static SourceClass sourceClass(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return SourceClass.TERRESTRIAL;
        }
        for (SourceClass one : SourceClass.values()) {
            if (one.code().equals(value)) {
                return one;
            }
        }
        throw ProblemException.invalid(
                field, "expected terrestrial, satellite or unknown, was " + value);
    }

    private static @Nullable String decoded(@Nullable String fileName) {
        try {
            // A plus is a plus in a percent-encoded header, not a space as in a form.
            return fileName == null
                    ? null
                    : URLDecoder.decode(fileName.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw ProblemException.invalid("Fairlead-File-Name", "expected a percent-encoded name");
        }
    }

    private static @Nullable String lastStep(@Nullable String path) {
        return path == null
                ? null
                : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String text(String field, @Nullable String value, String otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    field, "expected up to %d printable characters".formatted(LONGEST));
        }
        return value.strip();
    }

    private static boolean isTrue(@Nullable String value) {
        if (value == null || value.isBlank() || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw ProblemException.invalid("synthetic", "expected true or false, was " + value);
    }

    private static @Nullable Instant time(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.invalid(
                    "startedAt", "expected a UTC time such as 2024-02-09T04:30:00Z, was " + value);
        }
    }
}
