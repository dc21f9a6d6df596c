package org.fairlead.cases.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicencesTest {

    private final LicenceConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(LicenceConfig.class)
                    .build()
                    .getConfigMapping(LicenceConfig.class);
    private final Licences licences = new Licences(config);

    @Test
    void lookForTheseWordsByDefault() {
        assertThat(config.forbidding())
                .containsExactly(
                        "all rights reserved",
                        "no redistribution",
                        "not for redistribution",
                        "redistribution prohibited",
                        "proprietary",
                        "internal use",
                        "view only",
                        "no sharing");
        assertThat(config.open()).contains("cc by", "public domain", "open government licence");
        assertThat(config.restricted()).contains("-nc", "non-commercial");
    }

    @ParameterizedTest
    @CsvSource({
        "CC BY 4.0, OPEN",
        "CC-BY-NC 4.0, RESTRICTED",
        "Open Government Licence v3.0, OPEN",
        "Public Domain, OPEN",
        "Proprietary; internal use only, FORBIDDEN",
        "Copyright X. All rights reserved., FORBIDDEN",
        "ask the provider, UNKNOWN",
        ", UNKNOWN"
    })
    void decideWhatMayBeDone(String licence, Licences.Use use) {
        assertThat(licences.use(licence)).isEqualTo(use);
    }

    @Test
    void withholdMoreFromThePublicThanFromACourt() {
        assertThat(licences.withheld("CC BY 4.0", Profile.PUBLIC)).isEmpty();
        assertThat(licences.withheld("CC BY-NC 4.0", Profile.PARTNER)).isEmpty();
        assertThat(licences.withheld("CC BY-NC 4.0", Profile.PUBLIC)).isPresent();
        assertThat(licences.withheld(null, Profile.FULL)).isEmpty();
        assertThat(licences.withheld(null, Profile.PUBLIC)).isPresent();
        assertThat(licences.withheld("proprietary", Profile.FULL)).isPresent();
    }
}
