package org.fairlead.imagery.scene;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.imagery.footprint.Footprint;
import org.fairlead.imagery.footprint.FootprintReading;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Reads a [SceneInput]: what it must say, and within which bounds.
///
/// The id of a scene comes from its provider and the provider's name for it: a scene that is
/// delivered twice is one.
public final class SceneRules {

    /// The first satellite images of ships at sea (Landsat 1, July 1972).
    private static final Instant EARLIEST = Instant.parse("1972-07-23T00:00:00Z");

    private static final double LONGEST_SHIP_METRES = 500;
    private static final int MOST_BANDS = 50;

    private final SceneConfig config;

    public SceneRules(SceneConfig config) {
        this.config = config;
    }

    public SceneReading read(SceneInput input, Instant now) {
        var faults = new Faults();
        Instant start = neededTime(faults, "acquisitionStart", input.acquisitionStart());
        Instant end = neededTime(faults, "acquisitionEnd", input.acquisitionEnd());
        checkTimes(faults, start, end, now);
        Footprint footprint = footprint(faults, input);
        String name = faults.neededText("name", input.name(), 200);
        String provider = faults.neededText("provider", input.provider(), 200);
        String sensor = faults.neededText("sensor", input.sensor(), 100);
        Double resolution =
                faults.optional(
                        "groundResolutionMetres", input.groundResolutionMetres(), 0.01, 10_000);
        Double cloud = faults.optional("cloudCover", input.cloudCover(), 0, 1);
        List<Scene.Recall> recall = recall(faults, input.recallByLength());
        String licence = faults.optionalText("licence", input.licence(), 500);
        String uri = uri(faults, input.sourceUri());
        String sha256 = sha256(faults, input.sha256());
        String note = faults.optionalText("note", input.note(), 4_000);
        if (!faults.found().isEmpty() || start == null || end == null || footprint == null) {
            return new SceneReading.Faulty(faults.found());
        }
        return new SceneReading.Valid(
                new Scene(
                        idOf(provider, name),
                        1,
                        Scene.State.RECORDED,
                        name,
                        sensor,
                        provider,
                        start,
                        end,
                        footprint,
                        resolution,
                        cloud,
                        recall,
                        licence,
                        uri,
                        sha256,
                        note,
                        Boolean.TRUE.equals(input.synthetic())));
    }

    static UUID idOf(String provider, String name) {
        return OutboxEvent.idOf("scene", provider, name);
    }

    private static @Nullable Instant neededTime(
            Faults faults, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            faults.add(field, "missing");
        }
        return faults.time(field, text);
    }

    private void checkTimes(
            Faults faults, @Nullable Instant start, @Nullable Instant end, Instant now) {
        if (start == null || end == null) {
            return;
        }
        if (start.isBefore(EARLIEST)) {
            faults.add("acquisitionStart", "lies before the first satellite images, " + EARLIEST);
        } else if (end.isAfter(now.plus(config.latestAhead()))) {
            faults.add("acquisitionEnd", "lies in the future; now it is " + now);
        } else if (end.isBefore(start)) {
            faults.add("acquisitionEnd", "lies before acquisitionStart");
        } else if (Duration.between(start, end).compareTo(config.longestAcquisition()) > 0) {
            faults.add(
                    "acquisitionEnd",
                    "more than %d hours after acquisitionStart: that is several images, not one scene"
                            .formatted(config.longestAcquisition().toHours()));
        }
    }

    private @Nullable Footprint footprint(Faults faults, SceneInput input) {
        if (input.footprint() == null || input.footprint().isNull()) {
            faults.add("footprint", "missing");
            return null;
        }
        return switch (Footprint.read(input.footprint())) {
            case FootprintReading.Faulty(var detail) -> {
                faults.add("footprint", detail);
                yield null;
            }
            case FootprintReading.Valid(var footprint) -> {
                double size = footprint.squareKilometres();
                if (size > config.largestFootprintSquareKilometres()) {
                    faults.add(
                            "footprint",
                            String.format(
                                    Locale.ROOT,
                                    "covers %.0f square kilometres; no single image does",
                                    size));
                }
                yield footprint;
            }
        };
    }

    private static List<Scene.Recall> recall(Faults faults, @Nullable List<SceneInput.Band> bands) {
        var read = new ArrayList<Scene.Recall>();
        if (bands == null) {
            return read;
        }
        if (bands.size() > MOST_BANDS) {
            faults.add("recallByLength", "more than %d rows".formatted(MOST_BANDS));
            return read;
        }
        for (int at = 0; at < bands.size(); at++) {
            read.add(band(faults, "recallByLength/" + at, bands.get(at)));
        }
        read.sort(Comparator.comparingDouble(Scene.Recall::fromMetres));
        for (int at = 1; at < read.size(); at++) {
            Double before = read.get(at - 1).toMetres();
            if (before == null || before > read.get(at).fromMetres()) {
                faults.add("recallByLength", "two rows speak of the same length");
                break;
            }
        }
        return read;
    }

    private static Scene.Recall band(Faults faults, String field, SceneInput.Band band) {
        double from =
                faults.needed(field + "/fromMetres", band.fromMetres(), 0, LONGEST_SHIP_METRES);
        Double to = faults.optional(field + "/toMetres", band.toMetres(), 0, LONGEST_SHIP_METRES);
        if (to != null && !(to > from)) {
            faults.add(field + "/toMetres", "is not above fromMetres");
        }
        return new Scene.Recall(from, to, faults.needed(field + "/recall", band.recall(), 0, 1));
    }

    private static @Nullable String uri(Faults faults, @Nullable String text) {
        String uri = faults.optionalText("sourceUri", text, 2_000);
        if (uri == null) {
            return null;
        }
        try {
            String scheme = new URI(uri).getScheme();
            if (scheme != null
                    && List.of("http", "https", "s3", "gs", "urn", "doi")
                            .contains(scheme.toLowerCase(Locale.ROOT))) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            // refused below
        }
        faults.add(
                "sourceUri",
                "expected a whole URI that begins with http, https, s3, gs, urn or doi");
        return null;
    }

    private static @Nullable String sha256(Faults faults, @Nullable String text) {
        String digest = faults.optionalText("sha256", text, 200);
        if (digest == null) {
            return null;
        }
        String plain = digest.toLowerCase(Locale.ROOT);
        if (!plain.matches("[0-9a-f]{64}")) {
            faults.add("sha256", "expected 64 hexadecimal digits");
            return null;
        }
        return plain;
    }
}
