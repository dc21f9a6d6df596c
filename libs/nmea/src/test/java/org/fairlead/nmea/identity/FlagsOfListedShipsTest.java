package org.fairlead.nmea.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of MIDs against ships of which a list tells both the flag and the MMSI: a flag in
/// words, which knows nothing of the table.
class FlagsOfListedShipsTest {

    private static final Path LIST =
            Path.of("../../../shared/data/sanctions/ofac/sdn_2024-05-03T1843.csv");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern MMSI = Pattern.compile("MMSI (\\d{9})");
    private static final int FLAG = 9;

    /// Most ships that fly a flag claim it by their MMSI. Those under the flag of Iran do not: they
    /// are listed with the flags they were given back, and their MMSIs are of Malta and Tuvalu.
    @Test
    void areMostlyThoseTheirNumbersClaim() throws IOException {
        assumeThat(LIST).as("real inputs are not here: skipped").exists();
        Map<String, Map<String, Integer>> byFlag = byFlag();

        assertThat(byFlag).hasSizeGreaterThan(20);
        byFlag.forEach((flag, claimed) -> {
            int ships = claimed.values().stream().mapToInt(Integer::intValue).sum();
            if (ships >= 2 && !flag.equals("Iran")) {
                assertThat(
                                Collections.max(claimed.entrySet(), Map.Entry.comparingByValue())
                                        .getKey())
                        .as("%d ships under the flag of %s", ships, flag)
                        .isEqualTo(CODES.get(flag));
            }
        });
    }

    private static final Map<String, String> CODES =
            Map.ofEntries(
                    Map.entry("Liberia", "LR"),
                    Map.entry("Panama", "PA"),
                    Map.entry("Gabon", "GA"),
                    Map.entry("Russia", "RU"),
                    Map.entry("Comoros", "KM"),
                    Map.entry("Cook Islands", "CK"),
                    Map.entry("St. Vincent and the Grenadines", "VC"),
                    Map.entry("Djibouti", "DJ"),
                    Map.entry("Hong Kong", "HK"),
                    Map.entry("Malta", "MT"),
                    Map.entry("Cayman Islands", "KY"),
                    Map.entry("Togo", "TG"),
                    Map.entry("Vietnam", "VN"),
                    Map.entry("Palau", "PW"),
                    Map.entry("China", "CN"),
                    Map.entry("Antigua and Barbuda", "AG"),
                    Map.entry("Belize", "BZ"));

    private static Map<String, Map<String, Integer>> byFlag() throws IOException {
        var byFlag = new HashMap<String, Map<String, Integer>>();
        for (String line : Files.readAllLines(LIST, StandardCharsets.ISO_8859_1)) {
            var mmsi = MMSI.matcher(line);
            if (line.contains("\"vessel\"") && mmsi.find()) {
                String flag = COMMA.split(line)[FLAG].replace("\"", "").strip();
                byFlag.computeIfAbsent(flag, name -> new HashMap<>())
                        .merge(claimed(mmsi.group(1)), 1, Integer::sum);
            }
        }
        return byFlag;
    }

    private static String claimed(String mmsi) {
        return MaritimeIdentification.flag(new Mmsi(Integer.parseInt(mmsi)))
                .map(Flag::code)
                .orElse("none");
    }

    /// What the published table this one was held against has wrong or lacks.
    @Test
    void honduras334AndTheEmirates471AreTheirs() {
        assertThat(MaritimeIdentification.flag(334)).map(Flag::code).contains("HN");
        assertThat(MaritimeIdentification.flag(335)).isEmpty();
        assertThat(MaritimeIdentification.flag(470)).map(Flag::code).contains("AE");
        assertThat(MaritimeIdentification.flag(471)).map(Flag::code).contains("AE");
    }
}
