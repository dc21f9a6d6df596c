package org.fairlead.contracts;

import java.util.List;

/// Names of the topics between the services. What each carries is in
/// `src/main/resources/<topic>/v1`.
public final class Topics {

    public static final String AIS_FRAMES = "ais.frames";
    public static final String AIS_IDENTITIES = "ais.identities";
    public static final String AIS_ACTIVITIES = "ais.activities";

    /// Areas in which reported positions cannot be, for the derivation's own use.
    public static final String AIS_ZONES = "ais.zones";

    public static final String IMAGERY_SIGHTINGS = "imagery.sightings";
    public static final String IMAGERY_VERDICTS = "imagery.verdicts";
    public static final String SANCTIONS_LISTINGS = "sanctions.listings";

    /// The last change of every entry of every list: what the lists say now.
    public static final String SANCTIONS_CURRENT = "sanctions.current";

    public static final String SANCTIONS_MATCHES = "sanctions.matches";
    public static final String CASES_CHANGES = "cases.changes";

    private Topics() {}

    public static List<String> all() {
        return List.of(
                AIS_FRAMES,
                AIS_IDENTITIES,
                AIS_ACTIVITIES,
                AIS_ZONES,
                IMAGERY_SIGHTINGS,
                IMAGERY_VERDICTS,
                SANCTIONS_LISTINGS,
                SANCTIONS_CURRENT,
                SANCTIONS_MATCHES,
                CASES_CHANGES);
    }

    /// Topics of which only the newest record of a key is kept.
    public static List<String> compacted() {
        return List.of(AIS_IDENTITIES, AIS_ZONES, SANCTIONS_CURRENT);
    }

    /// Where a record goes that its consumer cannot process, with the reason in its headers.
    public static String deadLetter(String topic) {
        return topic + ".dead-letter";
    }
}
