package org.fairlead.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookWishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "http://1.1.1.1/hook",
                "ftp://1.1.1.1/hook",
                "file:///etc/passwd",
                "https:///hook",
                "https://user:secret@1.1.1.1/hook",
                "https://1.1.1.1/hook#part",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://localhost/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://no-such-host.invalid/hook"
            })
    void namesAnAddressThatWillNotDo(String url) {
        assertThat(faults(wish(url, null))).extracting(FieldError::pointer).containsExactly("/url");
    }

    @Test
    void takesAnAddressOnTheOpenInternet() {
        assertThatNoException()
                .isThrownBy(() ->
                        wish(
                                        "https://1.1.1.1:8443/hook?a=b",
                                        List.of("case-changed", "lead-raised"))
                                .check(true, false));
    }

    @Test
    void namesEachKindThatIsNone() {
        var kinds = new ArrayList<>(Arrays.asList("case-changed", "Case Changed", null));

        assertThat(faults(wish("https://1.1.1.1/", kinds)))
                .extracting(FieldError::pointer)
                .containsExactly("/kinds/1", "/kinds/2");
    }

    @Test
    void isNotDisabledByWish() {
        var wish =
                new WebhookWish(
                        null, null, "https://1.1.1.1/", "two\nlines", null, WebhookState.DISABLED);

        assertThat(faults(wish))
                .extracting(FieldError::pointer)
                .containsExactly("/description", "/state");
    }

    @Test
    void mayLeaveTheAddressAsItIsWhenChanged() {
        assertThatNoException()
                .isThrownBy(() ->
                        new WebhookWish(null, null, null, "new words", null, null)
                                .check(false, false));
    }

    private static WebhookWish wish(String url, @Nullable List<String> kinds) {
        return new WebhookWish("team-gulf", null, url, null, kinds, null);
    }

    private static List<FieldError> faults(WebhookWish wish) {
        var refusal = new ArrayList<FieldError>();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> wish.check(true, false))
                .satisfies(fault -> refusal.addAll(fault.errors()));
        return refusal;
    }
}
