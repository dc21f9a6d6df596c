package org.fairlead.nmea.identity;

import java.util.OptionalInt;

/// A maritime mobile service identity: nine digits, leading zeros included (ITU-R M.585).
public record Mmsi(int value) {

    /// What the digits say the number belongs to. Transmitters are misconfigured often enough that
    /// this is a claim, not a fact.
    public enum Kind {
        /// MIDxxxxxx.
        SHIP,
        /// 0MIDxxxxx.
        GROUP_OF_SHIPS,
        /// 00MIDxxxx.
        COAST_STATION,
        /// 111MIDxxx.
        SAR_AIRCRAFT,
        /// 8MIDxxxxx.
        HANDHELD,
        /// 98MIDxxxx: a craft of a mother ship.
        AUXILIARY,
        /// 99MIDxxxx.
        AID_TO_NAVIGATION,
        /// 970xxxxxx.
        SART,
        /// 972xxxxxx.
        MAN_OVERBOARD,
        /// 974xxxxxx.
        EPIRB,
        OTHER
    }

    public Mmsi {
        if (!isValid(value)) {
            throw new IllegalArgumentException("MMSI outside 0 to 999999999: " + value);
        }
    }

    public static boolean isValid(int value) {
        return value >= 0 && value <= 999_999_999;
    }

    public Kind kind() {
        return switch (value / 1_000_000) {
            case 970 -> Kind.SART;
            case 972 -> Kind.MAN_OVERBOARD;
            case 974 -> Kind.EPIRB;
            case 111 -> isMid(value / 1_000 % 1_000) ? Kind.SAR_AIRCRAFT : Kind.OTHER;
            default -> kindByMid();
        };
    }

    private Kind kindByMid() {
        if (isMid(value / 1_000_000)) {
            return Kind.SHIP;
        }
        if (value < 10_000_000) {
            return isMid(value / 10_000) ? Kind.COAST_STATION : Kind.OTHER;
        }
        if (value < 100_000_000) {
            return isMid(value / 100_000) ? Kind.GROUP_OF_SHIPS : Kind.OTHER;
        }
        var nine = value / 10_000_000;
        if (nine == 98 || nine == 99) {
            var kind = nine == 98 ? Kind.AUXILIARY : Kind.AID_TO_NAVIGATION;
            return isMid(value / 10_000 % 1_000) ? kind : Kind.OTHER;
        }
        return nine / 10 == 8 && isMid(value / 100_000 % 1_000) ? Kind.HANDHELD : Kind.OTHER;
    }

    /// The three maritime identification digits, where the kind has them.

    public OptionalInt maritimeIdentificationDigits() {
        return switch (kind()) {
            case SHIP -> OptionalInt.of(value / 1_000_000);
            case GROUP_OF_SHIPS, HANDHELD -> OptionalInt.of(value / 100_000 % 1_000);
            case COAST_STATION, AUXILIARY, AID_TO_NAVIGATION ->
                    OptionalInt.of(value / 10_000 % 1_000);
            case SAR_AIRCRAFT -> OptionalInt.of(value / 1_000 % 1_000);
            case SART, MAN_OVERBOARD, EPIRB, OTHER -> OptionalInt.empty();
        };
    }

    private static boolean isMid(int digits) {
        return digits >= 200 && digits <= 799;
    }

    /// Nine digits.
    @Override
    public String toString() {
        // Asked for with every look at a ship; a formatter takes a microsecond.
        return Integer.toString(1_000_000_000 + value).substring(1);
    }
}
