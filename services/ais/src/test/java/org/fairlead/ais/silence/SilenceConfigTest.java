package org.fairlead.ais.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.ais.reception.ReceptionConfig;
import org.junit.jupiter.api.Test;

class SilenceConfigTest {

    private static Map<String, String> values(Class<?> type, Object config)
            throws ReflectiveOperationException {
        var values = new TreeMap<String, String>();
        for (Method method : type.getDeclaredMethods()) {
            values.put(method.getName(), String.valueOf(method.invoke(config)));
        }
        return values;
    }

    @Test
    void hasTheseDefaults() throws ReflectiveOperationException {
        assertThat(values(SilenceConfig.class, Defaults.VALUES))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("opensAfter", "PT6H"),
                                Map.entry("rawAfter", "PT2H"),
                                Map.entry("timesOwnHabit", "12.0"),
                                Map.entry("leastIntervals", "3"),
                                Map.entry("pauseAfter", "PT2H"),
                                Map.entry("sourceGapWithin", "PT1H"),
                                Map.entry("outageAfter", "PT2H"),
                                Map.entry("partialOutageBelow", "0.6"),
                                Map.entry("partialOutageLeastShipSlots", "60"),
                                Map.entry("rememberedPauses", "64"),
                                Map.entry("notReobservedAfter", "PT720H"),
                                Map.entry("blipShorterThan", "PT1H"),
                                Map.entry("unexplainedBelow", "0.01"),
                                Map.entry("coverageHoleAbove", "0.05"),
                                Map.entry("layUpWithinNauticalMiles", "0.5"),
                                Map.entry("layUpBelowKnots", "0.5"),
                                Map.entry("reconsideredEvery", "PT1S"),
                                Map.entry("switchWithin", "PT1H"),
                                Map.entry("switchLengthTolerance", "0.1"),
                                Map.entry("appearsAfter", "PT720H"),
                                Map.entry("appearsOnAirFor", "PT6H"),
                                Map.entry("zoneWithin", "PT2H"),
                                Map.entry("travelSpeedKnots", "25.0"),
                                Map.entry("globalFishingWatchAtLeast", "PT12H"),
                                Map.entry("globalFishingWatchReportsBefore", "14"),
                                Map.entry("globalFishingWatchReportsPerDay", "10.0"),
                                Map.entry("globalFishingWatchOffshoreNauticalMiles", "50.0")));
    }

    @Test
    void ofReceptionHasTheseDefaults() throws ReflectiveOperationException {
        assertThat(values(ReceptionConfig.class, Defaults.RECEPTION))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "leastShips", "8",
                                "evaluatedWithin", "PT6H",
                                "exposedWithin", "PT12H",
                                "leastKnownShare", "0.5",
                                "leastStays", "12",
                                "mostLostShare", "0.05",
                                "underWayKnots", "2.0",
                                "forgottenAfter", "PT168H"));
    }

    @Test
    void isReadFromTheseKeys() {
        var config =
                Defaults.silence(
                        Map.of(
                                "ais.silence.opens-after", "1h",
                                "ais.silence.times-own-habit", "2",
                                "ais.silence.least-intervals", "4",
                                "ais.silence.pause-after", "10m",
                                "ais.silence.source-gap-within", "5m",
                                "ais.silence.remembered-pauses", "6"));

        assertThat(config.opensAfter()).hasHours(1);
        assertThat(config.timesOwnHabit()).isEqualTo(2);
        assertThat(config.leastIntervals()).isEqualTo(4);
        assertThat(config.pauseAfter()).hasMinutes(10);
        assertThat(config.sourceGapWithin()).hasMinutes(5);
        assertThat(config.rememberedPauses()).isEqualTo(6);
    }
}
