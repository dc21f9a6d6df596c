package org.fairlead.gateway.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses a webhook may not reach: everything that is not the open internet, so that
/// nobody looks around inside this network through us.
///
/// Source of the ranges: the IANA registries of special-purpose addresses (RFC 6890 and later).
final class AddressRule {

    private record Range(byte[] start, int bits) {

        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                int at = bit / Byte.SIZE;
                if ((address[at] & mask) != (start[at] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Range> CLOSED =
            List.of(
                    range("0.0.0.0", 8),
                    range("10.0.0.0", 8),
                    range("100.64.0.0", 10),
                    range("127.0.0.0", 8),
                    range("169.254.0.0", 16),
                    range("172.16.0.0", 12),
                    range("192.0.0.0", 24),
                    range("192.0.2.0", 24),
                    range("192.88.99.0", 24),
                    range("192.168.0.0", 16),
                    range("198.18.0.0", 15),
                    range("198.51.100.0", 24),
                    range("203.0.113.0", 24),
                    range("224.0.0.0", 4),
                    range("240.0.0.0", 4),
                    range("::", 96),
                    // Addresses of version 4 in other clothes.
                    range("64:ff9b::", 96),
                    range("64:ff9b:1::", 48),
                    range("100::", 64),
                    range("2001::", 23),
                    range("2001:db8::", 32),
                    range("2002::", 16),
                    range("3fff::", 20),
                    range("5f00::", 16),
                    range("fc00::", 7),
                    range("fe80::", 10),
                    range("fec0::", 10),
                    range("ff00::", 8));

    private AddressRule() {}

    static boolean isOpen(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address && isMapped(bytes)) {
            bytes = Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length);
        }
        byte[] looked = bytes;
        return (address instanceof Inet4Address || address instanceof Inet6Address)
                && CLOSED.stream().noneMatch(range -> range.has(looked));
    }

    /// `::ffff:a.b.c.d`
    private static boolean isMapped(byte[] bytes) {
        for (int at = 0; at < 10; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    private static Range range(String literal, int bits) {
        try {
            return new Range(InetAddress.ofLiteral(literal).getAddress(), bits);
        } catch (IllegalArgumentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @return an open address of the host
    /// @throws UnknownHostException when the name has none
    /// @throws ClosedAddressException when one of its addresses is closed: a name that leads to
    ///   both is a trick
    static InetAddress resolve(String host, boolean allowsClosed) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowsClosed && !Arrays.stream(addresses).allMatch(AddressRule::isOpen)) {
            throw new ClosedAddressException();
        }
        return addresses[0];
    }

    /// The host leads to an address that is not on the open internet.
    static final class ClosedAddressException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClosedAddressException() {
            super("the host's address is not on the open internet", null, false, false);
        }
    }
}
