package org.fairlead.nmea.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Whose flag an MMSI claims, by its maritime identification digits (MID): the allocations of the
/// ITU's Radio Regulations, appendix 42. Digits not in the list belong to nobody, which is worth
/// noticing in itself.
public final class MaritimeIdentification {

    private static final Map<Integer, Flag> FLAGS = read();

    private MaritimeIdentification() {}

    /// The flag of three digits; empty when nobody has them.
    public static Optional<Flag> flag(int digits) {
        return Optional.ofNullable(FLAGS.get(digits));
    }

    /// The flag an MMSI claims; empty when its kind has none or nobody has its digits.
    public static Optional<Flag> flag(Mmsi mmsi) {
        var digits = mmsi.maritimeIdentificationDigits();
        return digits.isPresent() ? flag(digits.getAsInt()) : Optional.empty();
    }

    private static Map<Integer, Flag> read() {
        var flags = new HashMap<Integer, Flag>();
        var resource = MaritimeIdentification.class.getResourceAsStream("mid.csv");
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(resource, "mid.csv"),
                                StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(flags, line));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(flags);
    }

    private static void add(Map<Integer, Flag> flags, String line) {
        var fields = line.split(";", 3);
        var flag = new Flag(fields[1], fields[2]);
        for (var digits : fields[0].split(" ", -1)) {
            if (flags.put(Integer.valueOf(digits), flag) != null) {
                throw new IllegalStateException("digits listed twice: " + digits);
            }
        }
    }
}
