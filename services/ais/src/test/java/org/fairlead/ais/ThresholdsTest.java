package org.fairlead.ais;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.ais.activity.Threshold;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.derivation.DerivationConfig;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.history.HistoryConfig;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.ais.sample.SampleConfig;
import org.fairlead.ais.segment.SegmentConfig;
import org.fairlead.ais.silence.SilenceConfig;
import org.junit.jupiter.api.Test;

/// `docs/reference/thresholds.md` says what the code does.
class ThresholdsTest {

    private static final Path PAGE = Path.of("../../docs/reference/thresholds.md");

    private static final List<Class<?>> CONFIGS =
            List.of(
                    SilenceConfig.class,
                    ReceptionConfig.class,
                    SegmentConfig.class,
                    DerivationConfig.class,
                    SampleConfig.class,
                    PortCallConfig.class,
                    LoiteringConfig.class,
                    EncounterConfig.class,
                    AnomalyConfig.class,
                    HistoryConfig.class);

    private static Map<String, String> inTheCode() {
        var all = new TreeMap<String, String>();
        for (Class<?> config : CONFIGS) {
            String prefix = config.getAnnotation(ConfigMapping.class).prefix();
            for (Method method : config.getDeclaredMethods()) {
                String key = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                all.put(prefix + "." + key, method.getAnnotation(WithDefault.class).value());
            }
        }
        return all;
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `ais."))
                .map(line -> line.substring(2).split(" \\| "))
                .toList();
    }

    @Test
    void theyAreAllOnThePageWithTheirDefaults() throws IOException {
        var onThePage = new TreeMap<String, String>();
        for (String[] row : rows()) {
            onThePage.put(row[0].replace("`", ""), row[1].replace("`", ""));
        }

        // The page may hold other features' thresholds, too.
        assertThat(onThePage).containsAllEntriesOf(inTheCode());
        assertThat(onThePage.keySet())
                .filteredOn(key ->
                        CONFIGS.stream()
                                .anyMatch(config ->
                                        key.startsWith(
                                                config.getAnnotation(ConfigMapping.class).prefix()
                                                        + ".")))
                .allMatch(key -> inTheCode().containsKey(key));
    }

    /// What goes with a silence, a blip or an outage of a source is told to whoever asks why.
    @Test
    void whatGoesWithAnEventIsExplainedAsThePageDoes() throws IOException {
        var published =
                List.of(
                        "opens-after",
                        "raw-after",
                        "times-own-habit",
                        "least-intervals",
                        "blip-shorter-than",
                        "outage-after",
                        "unexplained-below",
                        "coverage-hole-above",
                        "lay-up-within-nautical-miles",
                        "switch-within",
                        "travel-speed-knots");
        var statusByKey = new TreeMap<String, String>();
        for (String[] row : rows()) {
            statusByKey.put(row[0].replace("`", ""), row[3]);
        }

        for (String key : published) {
            assertThat(Threshold.of("ais.silence." + key))
                    .as(key)
                    .hasValueSatisfying(one -> {
                        assertThat(one.meaning()).isNotBlank();
                        assertThat(one.status()).isEqualTo(statusByKey.get(one.key()));
                    });
        }
    }

    /// Whatever is said of a threshold beside an activity is said on the page as well.
    @Test
    void whatIsSaidBesideAnActivityAgreesWithThePage() throws IOException {
        for (String[] row : rows()) {
            Threshold.of(row[0].replace("`", ""))
                    .ifPresent(one -> assertThat(row[3]).as(one.key()).isEqualTo(one.status()));
        }
    }

    @Test
    void eachHasAUnitAStatusAndASource() throws IOException {
        for (String[] row : rows()) {
            assertThat(row).as(row[0]).hasSize(5);
            assertThat(row[2]).as(row[0]).isNotBlank();
            assertThat(row[3]).as(row[0]).isIn("adopted", "ours", "calibrated");
            assertThat(row[4]).as(row[0]).isNotBlank();
        }
    }
}
