package org.fairlead.nmea.field;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One field of a message.
///
/// It has two names: [#raw] for the number as transmitted (gpsd's names, because most tools know
/// them) and [#name] for the value with its unit.
public sealed interface Field {

    String raw();

    String name();

    /// In bits; 0 for one that reaches to the end of the message.
    int width();

    /// A number.
    ///
    /// @param divisor raw steps in a unit
    /// @param offset added to the raw number before it is divided
    /// @param least raw values under it mean "not available"
    /// @param most raw values over it mean "not available"
    record Number(
            String raw,
            String name,
            int width,
            boolean isSigned,
            int divisor,
            int offset,
            int least,
            int most,
            @Nullable Codes codes)
            implements Field {

        public int read(Bits bits, int at) {
            return isSigned ? bits.signed(at, width) : bits.unsigned(at, width);
        }

        public boolean isAvailable(int value) {
            return value >= least && value <= most;
        }

        /// Digits after the point that tell one step from the next.
        public int decimals() {
            var decimals = 0;
            for (var steps = 1; steps < divisor; steps *= 10) {
                decimals++;
            }
            return decimals;
        }

        public boolean isWhole() {
            return divisor == 1;
        }
    }

    /// A number in the last bits of the message.
    record Last(String raw, String name, int width) implements Field {

        public int read(Bits bits) {
            return bits.unsigned(Math.max(0, bits.bits() - width), width);
        }
    }

    /// A number at the end of a message that some senders cut short: what is left of it.
    record Tail(String raw, String name, int width) implements Field {

        public int read(Bits bits, int at) {
            return bits.unsigned(at, Math.clamp(bits.bits() - at, 1, width));
        }
    }

    /// A number that messages of this kind have and this one does not.
    record NotSent(String raw, String name) implements Field {

        @Override
        public int width() {
            return 0;
        }
    }

    /// Rate of turn: transmitted is 4.733 times the root of degrees a minute (ITU-R M.1371-5, table
    /// 48). ±127 says "faster than 5° in 30 s, and no turn indicator": 10° a minute at least.
    record Turn(String raw, String name) implements Field {

        public static final int ABSENT = -128;

        @Override
        public int width() {
            return 8;
        }

        public int read(Bits bits, int at) {
            return bits.signed(at, 8);
        }

        /// Degrees a minute, starboard positive.
        public static OptionalDouble degreesPerMinute(int read) {
            if (read == ABSENT) {
                return OptionalDouble.empty();
            }
            if (Math.abs(read) == 127) {
                return OptionalDouble.of(Math.signum((double) read) * 10);
            }
            var root = read / 4.733;
            return OptionalDouble.of(Math.signum(root) * root * root);
        }
    }

    record Flag(String raw, String name) implements Field {

        @Override
        public int width() {
            return 1;
        }
    }

    /// The part of a message sent in parts: `A`, `B`, or its number where no standard knows it.
    record PartLetter(String raw, String name, int width) implements Field {

        public String read(Bits bits, int at) {
            var part = bits.unsigned(at, width);
            return part < 2 ? "AB".substring(part, part + 1) : Integer.toString(part);
        }
    }

    /// Six-bit text; a name ends at the first `@`.
    ///
    /// @param width 0: to the end of the message
    record Text(String raw, String name, int width) implements Field {

        public String read(Bits bits, int at) {
            var available = Math.max(0, bits.bits() - at) / 6;
            return bits.text(at, width == 0 ? available : width / 6);
        }
    }

    /// The name of an aid to navigation, which goes on after the other fields when it is longer
    /// than twenty characters.
    record AidName(String raw, String name) implements Field {

        private static final int CONTINUED_AT = 272;

        @Override
        public int width() {
            return 120;
        }

        public String read(Bits bits, int at) {
            var begin = bits.text(at, 20);
            var isFull = bits.unsigned(at + 114, 6) != 0 && !endsEarly(bits, at);
            var more = Math.clamp((bits.bits() - CONTINUED_AT) / 6, 0, 14);
            if (!isFull || more == 0) {
                return begin;
            }
            var blanks = " ".repeat(20 - begin.length());
            return (begin + blanks + bits.text(CONTINUED_AT, more)).stripTrailing();
        }

        private static boolean endsEarly(Bits bits, int at) {
            for (var character = 0; character < 20; character++) {
                if (bits.unsigned(at + 6 * character, 6) == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /// What a traffic service knows a ship by: a number or a text, by the two bits before it.
    record TargetId(String raw, String name) implements Field {

        @Override
        public int width() {
            return 42;
        }

        public String read(Bits bits, int at) {
            return bits.unsigned(at - 2, 2) < 2
                    ? Integer.toString(bits.unsigned(at + 12, 30))
                    : bits.text(at, 7);
        }
    }

    /// Bits nobody gave a meaning here: their number and their hexadecimal digits.
    ///
    /// @param width 0: to the end of the message, less `before`
    record Data(String raw, String name, int width, int before) implements Field {

        public String read(Bits bits, int at) {
            var to = width == 0 ? Math.max(at, bits.bits() - before) : at + width;
            return (to - at) + ":" + bits.hex(at, to);
        }
    }

    /// A date and time in parts, some of which may be missing.
    ///
    /// @param parts in the order year, month, day, hour, minute, second; a missing one has width 0
    /// @param century added to the year
    record Moment(String raw, String name, int width, List<Part> parts, int century)
            implements Field {

        /// @param at from the start of the field
        public record Part(int at, int width) {

            static final Part MISSING = new Part(0, 0);
        }

        public Moment {
            parts = List.copyOf(parts);
        }

        private int part(Bits bits, int at, int index) {
            var part = parts.get(index);
            return part.width == 0 ? -1 : bits.unsigned(at + part.at, part.width);
        }

        /// The parts as sent, whether or not they make a date: `2012-03-14T11:30:15Z`,
        /// `03-15T08:00Z`, `09T15:18Z`.
        public String read(Bits bits, int at) {
            var year = part(bits, at, 0);
            var month = part(bits, at, 1);
            var second = part(bits, at, 5);
            var text = new StringBuilder();
            if (year >= 0) {
                text.append(two("%04d-", year + century));
            }
            if (month >= 0) {
                text.append(two("%02d-", month));
            }
            text.append(two("%02dT", part(bits, at, 2)))
                    .append(two("%02d:", part(bits, at, 3)))
                    .append(two("%02d", part(bits, at, 4)));
            if (second >= 0) {
                text.append(two(":%02d", second));
            }
            return text.append('Z').toString();
        }

        /// The same where every part is a possible one; empty for "not available".
        public Optional<String> value(Bits bits, int at) {
            var year = part(bits, at, 0);
            var month = part(bits, at, 1);
            var second = part(bits, at, 5);
            try {
                // A leap year stands in for a year that is not sent.
                var isDate =
                        !LocalDateTime.of(
                                        year <= 0 && parts.getFirst().width == 0
                                                ? 2000
                                                : year + century,
                                        month < 0 ? 1 : month,
                                        part(bits, at, 2),
                                        part(bits, at, 3),
                                        part(bits, at, 4),
                                        Math.max(0, second))
                                .isBefore(LocalDateTime.of(1970, 1, 1, 0, 0));
                return isDate ? Optional.of(read(bits, at)) : Optional.empty();
            } catch (DateTimeException notAvailable) {
                return Optional.empty();
            }
        }

        private static String two(String format, int value) {
            return String.format(Locale.ROOT, format, value);
        }
    }

    /// A list of the same fields again and again.
    ///
    /// @param countWidth width of the list's length, which stands right before it; 0: the list goes
    ///   on to the end of the message
    record Group(String raw, String name, Elements elements, int countWidth) implements Field {

        /// Which layout an element has; most have one for all.
        public interface Elements {

            int size();

            Layout at(Bits bits, int at);

            List<Layout> all();
        }

        @Override
        public int width() {
            return 0;
        }

        public int length(Bits bits, int at) {
            var fit = Math.max(0, bits.bits() - at + elements.size() - 1) / elements.size();
            return countWidth == 0
                    ? fit
                    : Math.min(fit, bits.unsigned(at - countWidth, countWidth));
        }
    }
}
