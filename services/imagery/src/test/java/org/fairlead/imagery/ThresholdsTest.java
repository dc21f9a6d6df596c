package org.fairlead.imagery;

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
import org.fairlead.imagery.absence.AbsenceConfig;
import org.fairlead.imagery.candidate.MatchConfig;
import org.fairlead.imagery.ranking.RankingConfig;
import org.fairlead.imagery.verdict.VerdictConfig;
import org.junit.jupiter.api.Test;

/// `docs/reference/thresholds.md` says what verdicts and candidates do.
class ThresholdsTest {

    private static final Path PAGE = Path.of("../../docs/reference/thresholds.md");

    private static final List<Class<?>> CONFIGS =
            List.of(
                    VerdictConfig.class,
                    RankingConfig.class,
                    MatchConfig.class,
                    AbsenceConfig.class);

    private static Map<String, String> inTheCode() {
        var all = new TreeMap<String, String>();
        for (Class<?> config : CONFIGS) {
            add(all, config.getAnnotation(ConfigMapping.class).prefix(), config);
        }
        // Speeds by kind stand in a table of their own, with the rule.
        all.keySet().removeIf(key -> key.startsWith("fairlead.verdict.caps."));
        return all;
    }

    private static void add(Map<String, String> into, String prefix, Class<?> config) {
        for (Method method : config.getDeclaredMethods()) {
            String key =
                    prefix
                            + "."
                            + method.getName()
                                    .replaceAll("([A-Z])", "-$1")
                                    .toLowerCase(Locale.ROOT);
            if (method.getAnnotation(WithDefault.class) != null) {
                into.put(key, method.getAnnotation(WithDefault.class).value());
            } else if (!method.isDefault()) {
                add(into, key, method.getReturnType());
            }
        }
    }

    @Test
    void theyAreAllOnThePageWithTheirDefaults() throws IOException {
        var onThePage = new TreeMap<String, String>();
        Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `fairlead."))
                .map(line -> line.substring(2).split(" \\| "))
                .forEach(row -> onThePage.put(row[0].replace("`", ""), row[1].replace("`", "")));

        assertThat(inTheCode()).hasSizeGreaterThan(40);
        assertThat(onThePage).containsAllEntriesOf(inTheCode());
        assertThat(onThePage.keySet())
                .filteredOn(key -> key.matches("fairlead[.](verdict|ranking|match|absence)[.].*"))
                .allMatch(key -> inTheCode().containsKey(key));
    }
}
