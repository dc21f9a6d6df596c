package org.fairlead.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void closesWhatIsNotTheOpenInternet(String literal) {
        assertThat(AddressRule.isOpen(InetAddress.ofLiteral(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.0",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void opensWhatIs(String literal) {
        assertThat(AddressRule.isOpen(InetAddress.ofLiteral(literal))).isTrue();
    }

    @Test
    void refusesANameThatLeadsInwards() {
        assertThatExceptionOfType(AddressRule.ClosedAddressException.class)
                .isThrownBy(() -> AddressRule.resolve("localhost", false));
    }

    @Test
    void refusesAnAddressWrittenAsANumber() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> AddressRule.resolve("2130706433", false))
                .isInstanceOfAny(
                        AddressRule.ClosedAddressException.class, UnknownHostException.class);
    }

    @Test
    void goesInwardsOnlyWhereThatIsConfigured() throws UnknownHostException {
        assertThat(AddressRule.resolve("127.0.0.1", true).isLoopbackAddress()).isTrue();
    }
}
