package org.fairlead.cases.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which exhibits may leave with their bytes.
final class Licences {

    private final LicenceConfig config;

    Licences(LicenceConfig config) {
        this.config = config;
    }

    enum Use {
        OPEN,
        RESTRICTED,
        UNKNOWN,
        FORBIDDEN
    }

    Use use(@Nullable String licence) {
        if (licence == null || licence.isBlank()) {
            return Use.UNKNOWN;
        }
        String words = licence.toLowerCase(Locale.ROOT);
        if (has(words, config.forbidding())) {
            return Use.FORBIDDEN;
        }
        if (!has(words, config.open())) {
            return Use.UNKNOWN;
        }
        return has(words, config.restricted()) ? Use.RESTRICTED : Use.OPEN;
    }

    private static boolean has(String licence, List<String> words) {
        return words.stream().anyMatch(word -> licence.contains(word.toLowerCase(Locale.ROOT)));
    }

    /// Why the bytes stay behind; empty when they may go.
    Optional<String> withheld(@Nullable String licence, Profile profile) {
        return switch (use(licence)) {
            case FORBIDDEN ->
                    Optional.of("its licence forbids to pass it on: %s".formatted(licence));
            case RESTRICTED ->
                    profile == Profile.PUBLIC
                            ? Optional.of(
                                    "its licence restricts who may publish it: %s"
                                            .formatted(licence))
                            : Optional.empty();
            case UNKNOWN ->
                    profile == Profile.PUBLIC
                            ? Optional.of("no licence is known that lets anybody publish it")
                            : Optional.empty();
            case OPEN -> Optional.empty();
        };
    }
}
