package org.fairlead.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheRuleTest {

    @Test
    void keepsNothingOfTheApi() {
        assertThat(CacheRule.of("/api/me", true, "max-age=60")).contains("no-store");
    }

    @Test
    void keepsForGoodWhatIsNamedByItsContent() {
        assertThat(CacheRule.of("/assets/index-B3xk9f2a.js", true, "max-age=86400"))
                .hasValueSatisfying(rule -> assertThat(rule).contains("immutable"));
    }

    @Test
    void asksAgainForPagesAndForWhatIsNotThere() {
        assertThat(CacheRule.of("/", true, "max-age=86400")).contains("no-cache");
        assertThat(CacheRule.of("/cases/7", true, null)).contains("no-cache");
        assertThat(CacheRule.of("/assets/index-B3xk9f2a.js", false, null)).contains("no-cache");
    }
}
