package org.fairlead.imagery.batch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Start and stop of an acquisition as the names of Sentinel-1 products carry them:
/// `…_20211130T025211_20211130T025236_…` (Sentinel-1 Product Specification, naming convention).
record ProductTimes(Instant start, Instant stop) {

    private static final Pattern NAME =
            Pattern.compile("S1[A-D]_.*_([0-9]{8}T[0-9]{6})_([0-9]{8}T[0-9]{6})_.*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    static Optional<ProductTimes> of(String scene) {
        Matcher found = NAME.matcher(scene.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProductTimes(utc(found.group(1)), utc(found.group(2))));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Instant utc(String text) {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }
}
