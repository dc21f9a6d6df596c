package org.fairlead.ais.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.Configured;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.ActivityDetails.FieldChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityConflict;
import org.junit.jupiter.api.Test;

class NumberRuleTest {

    private static final String IMO = "9179842";

    private final NumberRule rule = new NumberRule(Configured.defaults(HistoryConfig.class));

    private static NumberRule.Claim claim(String mmsi, String from, String to) {
        return new NumberRule.Claim(
                mmsi,
                Instant.parse("2024-01-%sT00:00:00Z".formatted(from)),
                Instant.parse("2024-01-%sT00:00:00Z".formatted(to)),
                false,
                List.of("pier"));
    }

    @Test
    void oneNumberAfterAnotherIsAChange() {
        assertThat(
                        rule.of(
                                IMO,
                                List.of(
                                        claim("273000001", "01", "05"),
                                        claim("372000002", "08", "20"))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.details())
                            .isEqualTo(
                                    new IdentityChange(
                                            List.of(
                                                    new FieldChange(
                                                            "mmsi", "273000001", "372000002")),
                                            null));
                    assertThat(one.vessel()).isEqualTo(372000002);
                    assertThat(one.others()).containsExactly(273000001);
                    assertThat(one.from()).isEqualTo(Instant.parse("2024-01-05T00:00:00Z"));
                    assertThat(one.to()).isEqualTo(Instant.parse("2024-01-08T00:00:00Z"));
                });
    }

    @Test
    void twoNumbersOverTheSameTimeAreAConflict() {
        assertThat(
                        rule.of(
                                IMO,
                                List.of(
                                        claim("273000001", "01", "20"),
                                        claim("372000002", "08", "25"))))
                .extracting(Finding::details)
                .singleElement()
                .isInstanceOfSatisfying(
                        IdentityConflict.class,
                        one -> assertThat(one.rule()).isEqualTo("imo-twice"));
    }

    @Test
    void aNumberThatManySendSaysNothing() {
        var claims = new ArrayList<NumberRule.Claim>();
        for (int ship = 1; ship <= 7; ship++) {
            claims.add(claim("27300000" + ship, "0" + ship, "0" + ship));
        }

        assertThat(rule.of(IMO, claims)).isEmpty();
    }
}
