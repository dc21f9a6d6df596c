package org.fairlead.nmea.field;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the values of a code mean, in words of our own after the tables of the standards. A value
/// without words keeps its number.
///
/// @param least smaller values mean "not available"
/// @param most larger values mean "not available"
/// @param first the value of the first word
public record Codes(int least, int most, int first, List<String> words) {

    public Codes {
        words = List.copyOf(words);
    }

    public Optional<String> word(int value) {
        var index = value - first;
        return index >= 0 && index < words.size() && !words.get(index).isEmpty()
                ? Optional.of(words.get(index))
                : Optional.empty();
    }

    private static Codes from(int least, int most, int first, String... words) {
        return new Codes(least, most, first, Arrays.asList(words));
    }

    static final Codes NONE = from(0, Integer.MAX_VALUE, 0);

    /// ITU-R M.1371-5, table 48.
    static final Codes NAVIGATION_STATUS =
            from(
                    0,
                    14,
                    0,
                    "under way using engine",
                    "at anchor",
                    "not under command",
                    "restricted manoeuvrability",
                    "constrained by her draught",
                    "moored",
                    "aground",
                    "engaged in fishing",
                    "under way sailing",
                    "",
                    "",
                    "towing astern",
                    "pushing ahead or towing alongside",
                    "",
                    "AIS-SART, MOB or EPIRB active");

    static final Codes MANOEUVRE = from(1, 2, 1, "no special manoeuvre", "special manoeuvre");

    /// Table 53; 15 is a receiver inside the transponder.
    static final Codes POSITION_DEVICE =
            from(
                    1,
                    15,
                    1,
                    "GPS",
                    "GLONASS",
                    "GPS and GLONASS",
                    "Loran-C",
                    "Chayka",
                    "integrated navigation system",
                    "surveyed",
                    "Galileo",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "internal receiver");

    /// Table 53 of the ship types.
    static final Codes SHIP_TYPE = new Codes(1, Integer.MAX_VALUE, 0, shipTypes());

    /// Table 74.
    static final Codes AID_TYPE =
            from(
                    1,
                    Integer.MAX_VALUE,
                    1,
                    "reference point",
                    "racon",
                    "fixed structure off shore",
                    "emergency wreck marking buoy",
                    "light without sectors",
                    "light with sectors",
                    "leading light, front",
                    "leading light, rear",
                    "beacon, cardinal north",
                    "beacon, cardinal east",
                    "beacon, cardinal south",
                    "beacon, cardinal west",
                    "beacon, port hand",
                    "beacon, starboard hand",
                    "beacon, preferred channel port hand",
                    "beacon, preferred channel starboard hand",
                    "beacon, isolated danger",
                    "beacon, safe water",
                    "beacon, special mark",
                    "cardinal mark north",
                    "cardinal mark east",
                    "cardinal mark south",
                    "cardinal mark west",
                    "port hand mark",
                    "starboard hand mark",
                    "preferred channel port hand",
                    "preferred channel starboard hand",
                    "isolated danger",
                    "safe water",
                    "special mark",
                    "light vessel, large buoy or rig");

    static final Codes STATION_TYPE =
            from(
                    0,
                    Integer.MAX_VALUE,
                    0,
                    "all mobiles",
                    "class A mobiles",
                    "all class B mobiles",
                    "search and rescue aircraft",
                    "class B self-organising mobiles",
                    "class B carrier-sense mobiles",
                    "inland waterways",
                    "regional use",
                    "regional use",
                    "regional use",
                    "base station coverage area");

    static final Codes TREND = from(0, 2, 0, "steady", "increasing", "decreasing");

    static final Codes PRECIPITATION =
            from(0, 6, 1, "rain", "thunderstorm", "freezing rain", "mixed or ice", "snow");

    static final Codes ICE = from(0, 2, 0, "no", "yes");

    static final Codes RACON = from(0, 3, 0, "no racon", "not monitored", "operational", "error");

    static final Codes LIGHT = from(0, 3, 0, "no light or not monitored", "on", "off", "error");

    static final Codes SIGNAL_SERVICE = from(0, 2, 0, "in regular service", "irregular service");

    static final Codes ROUTE_SENDER = from(0, Integer.MAX_VALUE, 0, "ship", "authority");

    static final Codes ROUTE_TYPE =
            from(
                    1,
                    Integer.MAX_VALUE,
                    1,
                    "mandatory",
                    "recommended",
                    "alternative",
                    "recommended through ice",
                    "ship's route plan");

    static final Codes BERTH_POSITION =
            from(
                    1,
                    Integer.MAX_VALUE,
                    1,
                    "port side to",
                    "starboard side to",
                    "stern to",
                    "mooring buoy",
                    "anchorage");

    /// Services at a berth.
    static final Codes SERVICE =
            from(1, Integer.MAX_VALUE, 1, "available", "not available", "no data");

    static final Codes CARGO_UNIT = from(1, Integer.MAX_VALUE, 1, "kg", "tonnes", "kilotonnes");

    static final Codes AREA_SHAPE =
            from(
                    0,
                    Integer.MAX_VALUE,
                    0,
                    "circle or point",
                    "rectangle",
                    "sector",
                    "polyline",
                    "polygon",
                    "text");

    static final Codes TARGET_ID =
            from(0, Integer.MAX_VALUE, 0, "MMSI", "IMO number", "call sign", "other");

    static final Codes HAZARD =
            from(
                    0,
                    4,
                    0,
                    "no blue cone",
                    "one blue cone",
                    "two blue cones",
                    "three blue cones",
                    "B flag");

    static final Codes LOADED = from(1, 2, 1, "unloaded", "loaded");

    static final Codes LOCK_STATUS =
            from(0, 2, 0, "operational", "limited operation", "out of order");

    static final Codes EMMA =
            from(
                    1,
                    Integer.MAX_VALUE,
                    1,
                    "wind",
                    "rain",
                    "snow and ice",
                    "thunderstorm",
                    "fog",
                    "low temperature",
                    "high temperature",
                    "flood",
                    "forest fire");

    static final Codes EMMA_CLASS = from(0, 2, 0, "slight", "medium", "strong");

    static final Codes WIND_FROM =
            from(
                    1,
                    Integer.MAX_VALUE,
                    1,
                    "north",
                    "north-east",
                    "east",
                    "south-east",
                    "south",
                    "south-west",
                    "west",
                    "north-west");

    static final Codes STREAM =
            from(
                    1,
                    Integer.MAX_VALUE,
                    1,
                    "upstream",
                    "downstream",
                    "to the left bank",
                    "to the right bank");

    static final Codes SENSOR =
            from(
                    0,
                    Integer.MAX_VALUE,
                    0,
                    "location",
                    "station",
                    "wind",
                    "water level",
                    "current in two dimensions",
                    "current in three dimensions",
                    "horizontal current",
                    "sea state",
                    "salinity",
                    "weather",
                    "air gap or air draught");

    private static List<String> shipTypes() {
        var words = new String[100];
        Arrays.fill(words, "");
        category(words, 20, "wing in ground");
        category(words, 40, "high speed craft");
        category(words, 60, "passenger");
        category(words, 70, "cargo");
        category(words, 80, "tanker");
        category(words, 90, "other");
        var special =
                List.of(
                        "fishing",
                        "towing",
                        "towing, large",
                        "dredging or underwater operations",
                        "diving operations",
                        "military operations",
                        "sailing",
                        "pleasure craft");
        for (var i = 0; i < special.size(); i++) {
            words[30 + i] = special.get(i);
        }
        var service =
                List.of(
                        "pilot",
                        "search and rescue",
                        "tug",
                        "port tender",
                        "anti-pollution",
                        "law enforcement",
                        "local vessel",
                        "local vessel",
                        "medical transport",
                        "not a party to a conflict");
        for (var i = 0; i < service.size(); i++) {
            words[50 + i] = service.get(i);
        }
        return List.of(words);
    }

    private static void category(String[] words, int from, String what) {
        words[from] = what;
        for (var hazard = 1; hazard <= 4; hazard++) {
            words[from + hazard] = what + ", hazardous category " + "XABCD".charAt(hazard);
        }
        words[from + 9] = what;
    }
}
