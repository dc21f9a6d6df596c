package org.fairlead.seas.port;

import java.util.List;
import java.util.Locale;
import org.fairlead.seas.distance.Place;

/// A place where ships call without showing up in lists derived from AIS.
///
/// @param radiusNauticalMiles the port with its approaches, and the doubt about its position
/// @param country ISO 3166-1 alpha-2 of who controls the place in fact; absent text for the high
///   seas
/// @param whyAisMissesIt one sentence
/// @param source where position and names come from
public record SilentPort(
        String id,
        String name,
        List<String> aliases,
        Kind kind,
        Place place,
        double radiusNauticalMiles,
        String country,
        String whyAisMissesIt,
        String source) {

    public SilentPort {
        aliases = List.copyOf(aliases);
        if (!(radiusNauticalMiles > 0 && radiusNauticalMiles <= 100)) {
            throw new IllegalArgumentException(
                    "radius outside 0 to 100 nm: " + radiusNauticalMiles + " of " + id);
        }
    }

    boolean isCalled(String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(wanted)
                || aliases.stream()
                        .anyMatch(alias -> alias.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// What sort of place it is; written lower-kebab.
    public enum Kind {
        PORT,
        ANCHORAGE,
        SHIPYARD,
        TRANSFER_AREA;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
