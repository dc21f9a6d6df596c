package org.fairlead.seas.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// A place where ships call without showing up in lists derived from AIS.
///
/// @param country ISO 3166-1 alpha-2 of whose port it is; empty text for the high seas
/// @param whyAisMissesIt one sentence
/// @param source where position, names and dates come from
public record SilentPort(
        String id,
        String name,
        List<String> aliases,
        PortKind kind,
        PortArea area,
        String country,
        Details details,
        String whyAisMissesIt,
        String source) {

    public SilentPort {
        aliases = List.copyOf(aliases);
    }

    /// What is known of few of them.
    ///
    /// @param berths how many ships can lie alongside; absent where nobody counted them
    /// @param validFrom the first day on which AIS misses it; absent: as long as there is AIS
    /// @param validTo the last such day; absent: to this day
    public record Details(
            @Nullable String unlocode,
            @Nullable Integer berths,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public Details {
            if (berths != null && berths < 1) {
                throw new IllegalArgumentException("berths below 1: " + berths);
            }
            if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
                throw new IllegalArgumentException(
                        "valid to " + validTo + " is before valid from " + validFrom);
            }
        }
    }

    public Place place() {
        return area.centre();
    }

    public double radiusNauticalMiles() {
        return area.radiusNauticalMiles();
    }

    public Optional<String> unlocode() {
        return Optional.ofNullable(details.unlocode());
    }

    /// Whether AIS missed the port on that day.
    public boolean isValidOn(LocalDate day) {
        return (details.validFrom() == null || !day.isBefore(details.validFrom()))
                && (details.validTo() == null || !day.isAfter(details.validTo()));
    }

    boolean isCalled(String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(wanted)
                || unlocode().map(code -> code.toLowerCase(Locale.ROOT)).equals(Optional.of(wanted))
                || aliases.stream()
                        .anyMatch(alias -> alias.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
