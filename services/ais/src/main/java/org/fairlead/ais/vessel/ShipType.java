package org.fairlead.ais.vessel;

/// Words for the ship type code of messages 5, 19 and 24 (ITU-R M.1371-5, annex 8, table 53).
final class ShipType {

    private ShipType() {}

    static String words(int code) {
        return switch (code) {
            case 30 -> "fishing";
            case 31, 32 -> "towing";
            case 33 -> "dredging";
            case 34 -> "diving";
            case 35 -> "military";
            case 36 -> "sailing";
            case 37 -> "pleasure craft";
            case 50 -> "pilot vessel";
            case 51 -> "search and rescue";
            case 52 -> "tug";
            case 53 -> "port tender";
            case 54 -> "anti-pollution";
            case 55 -> "law enforcement";
            case 58 -> "medical transport";
            case 59 -> "non-combatant";
            default ->
                    switch (code / 10) {
                        case 2 -> "wing in ground";
                        case 4 -> "high-speed craft";
                        case 6 -> "passenger";
                        case 7 -> "cargo";
                        case 8 -> "tanker";
                        case 9 -> "other";
                        default -> "unknown";
                    };
        };
    }
}
