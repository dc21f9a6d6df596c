package org.fairlead.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenRouteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbox",
                "/cases/0193f0c0-0000-7000-8000-000000000001",
                "/lists/ofac-sdn",
                "/queue"
            })
    void givesThePageToScreens(String path) {
        assertThat(ScreenRoute.isScreen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/me",
                "/api",
                "/q/health",
                "/q",
                "/login",
                "/logout",
                "/assets/index-B3xk9f2a.js",
                "/fairlead.svg",
                "/nothing.js"
            })
    void leavesEverythingElseAlone(String path) {
        assertThat(ScreenRoute.isScreen(path)).isFalse();
    }
}
