package org.fairlead.ais.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a threshold means and where it comes from, for the key under which it is configured.
///
/// @param status `adopted` from a published source, `ours` and waiting for calibration, or
///   `calibrated`
public record Threshold(String key, String meaning, String source, String status) {

    private static final String GFW = "Global Fishing Watch";
    private static final String SKYLIGHT = "Skylight";
    private static final String ABNORMAL = "AisAbnormal";
    private static final Map<String, Threshold> ALL = read();

    private static void put(Map<String, Threshold> all, String key, String meaning, String source) {
        all.put(
                key,
                new Threshold(
                        key,
                        meaning,
                        source.isEmpty() ? "Fairlead" : source,
                        source.isEmpty() ? "ours" : "adopted"));
    }

    /// Chosen among others by what they scored on labelled data: `docs/calibration.md`.
    private static void calibrated(Map<String, Threshold> all, String key, String meaning) {
        all.put(key, new Threshold(key, meaning, "Fairlead, docs/calibration.md", "calibrated"));
    }

    private static Map<String, Threshold> read() {
        var all = new LinkedHashMap<String, Threshold>();
        put(
                all,
                "ais.port-call.entry-kilometres",
                "Nearer to a port's point than this, or inside its area, she is in port",
                GFW);
        put(all, "ais.port-call.exit-kilometres", "Farther than this she has left", GFW);
        put(all, "ais.port-call.stop-below-knots", "A stop begins below this speed", GFW);
        put(all, "ais.port-call.moving-above-knots", "A stop ends above this speed", GFW);
        put(
                all,
                "ais.port-call.silent-in-port",
                "A silence in port this long counts as a call",
                GFW);
        put(
                all,
                "ais.port-call.ends-after-silence",
                "After a silence this long nobody knows whether she stayed in port",
                "");
        put(
                all,
                "ais.port-call.inferred-speed-knots",
                "Speed at which a port counts as reachable",
                "");
        put(all, "ais.port-call.inferred-call", "Shortest call worth a detour", "");
        put(
                all,
                "ais.port-call.inferred-from-silence",
                "Shortest silence from which calls are inferred",
                "");
        put(
                all,
                "ais.port-call.corroboration-nautical-miles",
                "An end of the silence this near to the port speaks for a call",
                "");
        put(
                all,
                "ais.port-call.corroboration-course-degrees",
                "A course this near to the way to or from the port speaks for a call",
                "");
        put(all, "ais.loitering.below-knots", "Mean speed over an hour", GFW);
        put(all, "ais.loitering.kept-from", "Shorter than this is not kept", GFW);
        put(all, "ais.loitering.long-from", "From here on worth a look", GFW);
        put(all, "ais.loitering.from-port-kilometres", "Nearer to a port than this she waits", "");
        put(all, "ais.encounter.wide-metres", "Wide rule: within this distance", GFW);
        put(all, "ais.encounter.wide-lasts", "Wide rule: at least this long", GFW);
        put(all, "ais.encounter.close-metres", "Close rule: within this distance", SKYLIGHT);
        put(all, "ais.encounter.close-lasts", "Close rule: at least this long", SKYLIGHT);
        put(all, "ais.encounter.median-below-knots", "Median speed of both", GFW);
        put(
                all,
                "ais.encounter.from-port-kilometres",
                "At least this far from any port or anchorage",
                GFW);
        put(
                all,
                "ais.encounter.crowd",
                "With more other slow ships than this around her she lies in a harbour, listed or not, and meets nobody",
                "");
        put(all, "ais.encounter.merged-within", "Parts closer in time than this are one", GFW);
        put(
                all,
                "ais.anomaly.teleport-above-knots",
                "Faster than any ship",
                "Fairlead's design, after AisLib");
        put(
                all,
                "ais.anomaly.teleport-within",
                "A jump counts up to this time after the report before",
                "Fairlead's design, after AisLib");
        put(all, "ais.anomaly.raised-after", "Reports until a flag is raised", ABNORMAL);
        put(all, "ais.anomaly.lowered-after", "Reports until a flag is lowered", ABNORMAL);
        put(all, "ais.anomaly.cloning-overlaps", "Two tracks overlap at least this long", "");
        put(
                all,
                "ais.anomaly.circle-radius-nautical-miles",
                "Largest distance from the centre",
                "Fairlead's design");
        put(all, "ais.anomaly.circle-knots", "Fastest way around", "Fairlead's design");
        put(
                all,
                "ais.anomaly.circle-radius-variation",
                "Standard deviation of the radius over its mean, below",
                "Fairlead's design");
        put(all, "ais.anomaly.circle-turns", "Whole turns in one direction, at least", "");
        put(all, "ais.anomaly.zone-ships", "Ships that make a zone", "Fairlead's design");
        put(all, "ais.anomaly.zone-degrees", "How near to each other", "Fairlead's design");
        put(all, "ais.anomaly.zone-within", "How near to each other in time", "Fairlead's design");
        put(
                all,
                "ais.identity.at-once-for",
                "Two values over the same time this long are a conflict",
                "");
        put(all, "ais.identity.size-differs-metres", "Sizes that differ by less are typing", "");
        put(
                all,
                "ais.identity.draught-differs-metres",
                "Draughts that differ by less are typing, or fuel",
                "");
        put(
                all,
                "ais.identity.draught-within",
                "A draught counts when sent this near to the end of the silence",
                "");
        put(all, "ais.silence.opens-after", "Shortest silence that counts", GFW);
        put(
                all,
                "ais.silence.times-own-habit",
                "Times the 95th percentile of her own intervals",
                GFW);
        put(all, "ais.silence.least-intervals", "Fewer intervals tell nothing of a habit", "");
        put(all, "ais.silence.raw-after", "Shorter pauses are satellites' orbits", "");
        put(
                all,
                "ais.silence.blip-shorter-than",
                "Shorter presences neither end a silence nor hide one",
                "");
        put(
                all,
                "ais.silence.outage-after",
                "A source silent for so long, with all ships, was out",
                "");
        calibrated(
                all,
                "ais.silence.unexplained-below",
                "Unexplained when silence while transmitting was less probable than this");
        put(all, "ais.reception.least-ships", "With fewer others nothing is known", GFW);
        put(all, "ais.reception.evaluated-within", "Afterwards nobody knows where she is", "");
        put(
                all,
                "ais.reception.exposed-within",
                "Others heard before and after within this time were there meanwhile",
                "");
        put(
                all,
                "ais.reception.least-known-share",
                "Share of her way on which others were, to say that they were not heard",
                "");
        put(all, "ais.identity.rule", "Which rule", "");
        calibrated(
                all,
                "ais.reception.least-stays",
                "With fewer ships about it is not known whether ships are lost there");
        calibrated(
                all,
                "ais.reception.most-lost-share",
                "Receivers ashore that lose a larger share of the ships about end there");
        put(
                all,
                "ais.silence.coverage-hole-above",
                "More probable than this, others are not heard there either",
                "");
        put(
                all,
                "ais.silence.lay-up-within-nautical-miles",
                "Laid up when she stayed this near to where she fell silent",
                "");
        put(
                all,
                "ais.silence.switch-within",
                "Another number that appears this soon after may be the same ship",
                "");
        put(
                all,
                "ais.silence.travel-speed-knots",
                "Speed at which the way between the ends is sailed",
                "gpsdio-segment");
        return all;
    }

    public static Optional<Threshold> of(String key) {
        return Optional.ofNullable(ALL.get(key));
    }
}
