package org.fairlead.nmea.field;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fairlead.nmea.field.Field.Moment.Part;
import org.jspecify.annotations.Nullable;

/// The contents of messages 6 and 8 by designated area code (DAC) and function identifier (FI),
/// from the first bit after these.
///
/// Sources: IMO SN.1/Circ.236 and Circ.289 for DAC 1, ITU-R M.1371-5 annex 5 for FI 0 to 5 and 40,
/// CCNR's and UNECE's inland AIS standards for DAC 200, the General Lighthouse Authorities for DAC
/// 235 and 250.
final class ApplicationLayouts {

    private static final int INTERNATIONAL = 1;
    private static final int INLAND = 200;

    private static final Field.Group.Elements AREAS = new Areas();
    private static final Field.Group.Elements SENSORS = new Sensors();

    private static final SortedMap<Integer, Known> KNOWN = new TreeMap<>();

    /// A layout with the lengths it is known by; other lengths under its numbers are something
    /// else.
    ///
    /// @param least bits
    /// @param most bits
    record Known(int dac, int fi, int least, int most, Layout layout) {}

    static {
        international();
        circular236();
        circular289();
        inland();
        lighthouses();
    }

    private ApplicationLayouts() {}

    /// @param contents bits after the function identifier
    static Optional<Layout> find(int dac, int fi, int contents) {
        return Optional.ofNullable(exact(dac, fi, contents));
    }

    private static @Nullable Layout exact(int dac, int fi, int contents) {
        for (var known : KNOWN.subMap(key(dac, fi, 0), key(dac, fi + 1, 0)).values()) {
            if (contents >= known.least && contents <= known.most) {
                return known.layout;
            }
        }
        return null;
    }

    static List<Known> all() {
        return List.copyOf(KNOWN.values());
    }

    private static int key(int dac, int fi, int variant) {
        return (dac * 64 + fi) * 16 + variant;
    }

    private static void add(int dac, int fi, int least, int most, Layout layout) {
        var variant = 0;
        while (KNOWN.containsKey(key(dac, fi, variant))) {
            variant++;
        }
        KNOWN.put(key(dac, fi, variant), new Known(dac, fi, least, most, layout));
    }

    /// Receivers pad to whole characters or octets, so a little more than the length is the same.
    private static void exactly(int dac, int fi, int bits, Layout layout) {
        add(dac, fi, bits, bits + 7, layout);
    }

    private static void atLeast(int dac, int fi, int bits, Layout layout) {
        add(dac, fi, bits, Integer.MAX_VALUE, layout);
    }

    /// Also cut short: what is left is shown.
    private static void any(int dac, int fi, Layout layout) {
        add(dac, fi, 0, Integer.MAX_VALUE, layout);
    }

    private static Layout.Builder of(String title) {
        return Layout.of(title, 0);
    }

    private static void international() {
        atLeast(
                INTERNATIONAL,
                0,
                12,
                of("text telegram")
                        .flag("ack_required", "isAcknowledgementRequired")
                        .number("text_sequence", "textSequence", 11)
                        .textToTheEnd("text", "text")
                        .build());
        exactly(
                INTERNATIONAL,
                2,
                16,
                of("request for a message")
                        .number("requested_dac", "requestedAreaCode", 10)
                        .number("requested_fid", "requestedFunctionIdentifier", 6)
                        .build());
        atLeast(
                INTERNATIONAL,
                3,
                10,
                of("request for capabilities")
                        .number("requested_dac", "requestedAreaCode", 10)
                        .build());
        atLeast(
                INTERNATIONAL,
                4,
                138,
                of("capabilities")
                        .number("requested_dac", "requestedAreaCode", 10)
                        .data("capabilities", "capabilities", 128)
                        .build());
        atLeast(
                INTERNATIONAL,
                5,
                30,
                of("application's acknowledgement")
                        .number("acked_dac", "acknowledgedAreaCode", 10)
                        .number("acked_fid", "acknowledgedFunctionIdentifier", 6)
                        .number("text_sequence", "textSequence", 11)
                        .flag("ai_available", "isApplicationAvailable")
                        .number("ai_response", "applicationResponse", 3)
                        .build());
        exactly(INTERNATIONAL, 40, 16, persons("persons on board (M.1371)").build());
    }

    private static Layout.Builder persons(String title) {
        return of(title).upTo("persons", "personsOnBoard", 13, 8191).zeroIsAbsent();
    }

    private static void circular236() {
        any(INTERNATIONAL, 11, weather236());
        any(
                INTERNATIONAL,
                12,
                of("dangerous cargo (Circ.236)")
                        .text("lastport", "lastPort", 5)
                        .monthToMinute("departure", "departedAt")
                        .text("nextport", "nextPort", 5)
                        .monthToMinute("eta", "estimatedArrival")
                        .text("dangerous", "dangerousGood", 20)
                        .text("imdcat", "imdCategory", 4)
                        .fromOne("unid", "unNumber", 13)
                        .number("amount", "amount", 10)
                        .code("unit", "amountUnit", 2, Codes.CARGO_UNIT)
                        .build());
        any(
                INTERNATIONAL,
                13,
                of("fairway closed (Circ.236)")
                        .text("reason", "reason", 20)
                        .text("closefrom", "closedFrom", 20)
                        .text("closeto", "closedTo", 20)
                        .upTo("radius", "radius", 10, 1000)
                        .number("extunit", "radiusUnit", 2)
                        .dayMonthToMinute("from", "closesAt")
                        .dayMonthToMinute("to", "opensAt")
                        .build());
        any(
                INTERNATIONAL,
                14,
                of("tidal window (Circ.236)")
                        .number("month", "month", 4)
                        .number("day", "day", 5)
                        .group(
                                "tidals",
                                "windows",
                                tide(
                                        of("window")
                                                .latitude("lat", "latitudeDegrees", 27, 10_000)
                                                .longitude("lon", "longitudeDegrees", 28, 10_000),
                                        7,
                                        126))
                        .build());
        any(
                INTERNATIONAL,
                15,
                of("air draught (Circ.236)")
                        .parts("airdraught", "airDraughtMetres", 11, 10, 2047)
                        .zeroIsAbsent()
                        .build());
        exactly(INTERNATIONAL, 16, 13, persons("persons on board (Circ.236)").build());
        exactly(INTERNATIONAL, 16, 72, persons("persons on board (Circ.236)").build());
        // One target alone cannot be told from persons on board of a later circular with padding.
        for (var targets = 2; targets <= 7; targets++) {
            exactly(
                    INTERNATIONAL,
                    16,
                    120 * targets,
                    of("targets seen by a traffic service (Circ.236)")
                            .group("targets", "targets", target(8))
                            .build());
        }
        exactly(INTERNATIONAL, 16, 136, persons("persons on board (Circ.289)").build());
    }

    private static Layout target(int speedWidth) {
        return of("target")
                .code("idtype", "idKind", 2, Codes.TARGET_ID)
                .targetId()
                .skip(4)
                .latitude("lat", "latitudeDegrees", 24, 1_000)
                .longitude("lon", "longitudeDegrees", 25, 1_000)
                .upTo("course", "courseDegrees", 9, 359)
                .upTo("second", "utcSecond", 6, 59)
                .upTo("speed", "speedKnots", speedWidth, speedWidth == 8 ? 254 : 1022)
                .build();
    }

    private static Layout tide(Layout.Builder place, int speedWidth, int mostSpeed) {
        return place.upTo("from_hour", "fromHour", 5, 23)
                .upTo("from_min", "fromMinute", 6, 59)
                .upTo("to_hour", "toHour", 5, 23)
                .upTo("to_min", "toMinute", 6, 59)
                .upTo("cdir", "currentDirectionDegrees", 9, 359)
                .parts("cspeed", "currentSpeedKnots", speedWidth, 10, mostSpeed)
                .build();
    }

    private static Layout weather236() {
        return waves(
                        currents(
                                of("weather and water (Circ.236)")
                                        .latitude("lat", "latitudeDegrees", 24, 1_000)
                                        .longitude("lon", "longitudeDegrees", 25, 1_000)
                                        .dayToMinute("timestamp", "observedAt")
                                        .upTo("wspeed", "windSpeedKnots", 7, 126)
                                        .upTo("wgust", "gustSpeedKnots", 7, 126)
                                        .upTo("wdir", "windDirectionDegrees", 9, 359)
                                        .upTo("wgustdir", "gustDirectionDegrees", 9, 359)
                                        .shifted(
                                                "airtemp",
                                                "airTemperatureCelsius",
                                                11,
                                                10,
                                                -600,
                                                1200)
                                        .upTo("humidity", "relativeHumidityPercent", 7, 100)
                                        .shifted("dewpoint", "dewPointCelsius", 10, 10, -200, 700)
                                        .shifted("pressure", "pressureHectopascals", 9, 1, 800, 400)
                                        .code("pressuretend", "pressureTrend", 2, Codes.TREND)
                                        .parts("visibility", "visibilityNauticalMiles", 8, 10, 254)
                                        .shifted("waterlevel", "waterLevelMetres", 9, 10, -100, 400)
                                        .code("leveltrend", "waterLevelTrend", 2, Codes.TREND)))
                .shifted("watertemp", "waterTemperatureCelsius", 10, 10, -100, 600)
                .code("preciptype", "precipitation", 3, Codes.PRECIPITATION)
                .parts("salinity", "salinityPerMille", 9, 10, 500)
                .code("ice", "ice", 2, Codes.ICE)
                .build();
    }

    private static Layout weather289() {
        return waves(
                        currents(
                                of("weather and water (Circ.289)")
                                        .longitudeLatitude(25, 1_000)
                                        .flag("accuracy", "isAccurate")
                                        .dayToMinute("timestamp", "observedAt")
                                        .upTo("wspeed", "windSpeedKnots", 7, 126)
                                        .upTo("wgust", "gustSpeedKnots", 7, 126)
                                        .upTo("wdir", "windDirectionDegrees", 9, 359)
                                        .upTo("wgustdir", "gustDirectionDegrees", 9, 359)
                                        .signed(
                                                "airtemp",
                                                "airTemperatureCelsius",
                                                11,
                                                10,
                                                -600,
                                                600)
                                        .upTo("humidity", "relativeHumidityPercent", 7, 100)
                                        .signed("dewpoint", "dewPointCelsius", 10, 10, -200, 500)
                                        .shifted("pressure", "pressureHectopascals", 9, 1, 799, 402)
                                        .code("pressuretend", "pressureTrend", 2, Codes.TREND)
                                        .flag("visgreater", "isVisibilityGreater")
                                        .parts("visibility", "visibilityNauticalMiles", 7, 10, 126)
                                        .shifted(
                                                "waterlevel",
                                                "waterLevelMetres",
                                                12,
                                                100,
                                                -1000,
                                                4000)
                                        .code("leveltrend", "waterLevelTrend", 2, Codes.TREND)))
                .signed("watertemp", "waterTemperatureCelsius", 10, 10, -100, 500)
                .code("preciptype", "precipitation", 3, Codes.PRECIPITATION)
                .parts("salinity", "salinityPerMille", 9, 10, 500)
                .code("ice", "ice", 2, Codes.ICE)
                .build();
    }

    private static Layout.Builder currents(Layout.Builder before) {
        return before.parts("cspeed", "surfaceCurrentKnots", 8, 10, 251)
                .upTo("cdir", "surfaceCurrentDegrees", 9, 359)
                .parts("cspeed2", "current2Knots", 8, 10, 251)
                .upTo("cdir2", "current2Degrees", 9, 359)
                .upTo("cdepth2", "current2DepthMetres", 5, 30)
                .parts("cspeed3", "current3Knots", 8, 10, 251)
                .upTo("cdir3", "current3Degrees", 9, 359)
                .upTo("cdepth3", "current3DepthMetres", 5, 30);
    }

    private static Layout.Builder waves(Layout.Builder before) {
        return before.parts("waveheight", "waveHeightMetres", 8, 10, 251)
                .upTo("waveperiod", "wavePeriodSeconds", 6, 60)
                .upTo("wavedir", "waveDirectionDegrees", 9, 359)
                .parts("swellheight", "swellHeightMetres", 8, 10, 251)
                .upTo("swellperiod", "swellPeriodSeconds", 6, 60)
                .upTo("swelldir", "swellDirectionDegrees", 9, 359)
                .upTo("seastate", "seaStateBeaufort", 4, 12);
    }

    private static void circular289() {
        atLeast(
                INTERNATIONAL,
                17,
                120,
                of("targets seen by a traffic service (Circ.289)")
                        .group("targets", "targets", target(10))
                        .build());
        any(
                INTERNATIONAL,
                18,
                linked("clearance to enter a port (Circ.289)")
                        .monthToMinute("arrival", "clearedAt")
                        .text("portname", "portName", 20)
                        .text("destination", "destinationCode", 5)
                        .longitudeLatitude(25, 1_000)
                        .build());
        any(
                INTERNATIONAL,
                19,
                linked("traffic signal (Circ.289)")
                        .text("station", "station", 20)
                        .longitudeLatitude(25, 1_000)
                        .number("status", "signalStatus", 2)
                        .code("signal", "signal", 5, Codes.NONE)
                        .upTo("hour", "nextHour", 5, 23)
                        .upTo("minute", "nextMinute", 6, 59)
                        .code("nextsignal", "nextSignal", 5, Codes.NONE)
                        .build());
        any(INTERNATIONAL, 20, berth());
        exactly(INTERNATIONAL, 21, 304, weatherFromAShip());
        atLeast(INTERNATIONAL, 22, 55, areaNotice());
        atLeast(INTERNATIONAL, 23, 55, areaNotice());
        atLeast(INTERNATIONAL, 24, 285, extendedShip());
        any(
                INTERNATIONAL,
                25,
                of("dangerous cargo (Circ.289)")
                        .code("unit", "amountUnit", 2, Codes.CARGO_UNIT)
                        .number("amount", "amount", 10)
                        .group(
                                "cargos",
                                "cargoes",
                                of("cargo")
                                        .number("code", "codeKind", 4)
                                        .number("subtype", "code", 13)
                                        .build())
                        .build());
        atLeast(
                INTERNATIONAL,
                26,
                112,
                of("environment (Circ.289)").group("sensors", "sensors", SENSORS, 0).build());
        any(INTERNATIONAL, 27, route());
        any(INTERNATIONAL, 28, route());
        any(INTERNATIONAL, 29, text());
        any(INTERNATIONAL, 30, text());
        any(INTERNATIONAL, 31, weather289());
        any(
                INTERNATIONAL,
                32,
                of("tidal window (Circ.289)")
                        .number("month", "month", 4)
                        .number("day", "day", 5)
                        .group(
                                "tidals",
                                "windows",
                                tide(of("window").longitudeLatitude(25, 1_000), 8, 251))
                        .build());
    }

    private static Layout.Builder linked(String title) {
        return of(title).fromOne("linkage", "linkage", 10);
    }

    private static Layout text() {
        return linked("text (Circ.289)").textToTheEnd("text", "text").build();
    }

    private static Layout route() {
        return linked("route (Circ.289)")
                .code("sender", "sender", 3, Codes.ROUTE_SENDER)
                .code("rtype", "routeType", 5, Codes.ROUTE_TYPE)
                .monthToMinute("start", "startsAt")
                .upTo("duration", "durationMinutes", 18, 262_142)
                .group(
                        "waypoints",
                        "waypoints",
                        of("waypoint").longitudeLatitude(28, 10_000).build(),
                        5)
                .build();
    }

    private static Layout berth() {
        var layout =
                linked("berth (Circ.289)")
                        .fromOne("berth_length", "berthLengthMetres", 9)
                        .parts("berth_depth", "berthDepthMetres", 8, 10, 255)
                        .zeroIsAbsent()
                        .code("position", "mooringPosition", 3, Codes.BERTH_POSITION)
                        .monthToMinute("arrival", "berthAt")
                        .number("availability", "areServicesKnown", 1);
        var services =
                List.of(
                        "agent",
                        "fuel",
                        "chandler",
                        "stevedore",
                        "electrical",
                        "water",
                        "customs",
                        "cartage",
                        "crane",
                        "lift",
                        "medical",
                        "navrepair",
                        "provisions",
                        "shiprepair",
                        "surveyor",
                        "steam",
                        "tugs",
                        "solidwaste",
                        "liquidwaste",
                        "hazardouswaste",
                        "ballast",
                        "additional",
                        "regional1",
                        "regional2",
                        "future1",
                        "future2");
        for (var service : services) {
            layout.code(service, service, 2, Codes.SERVICE);
        }
        return layout.text("berth_name", "berthName", 20)
                .longitude("berth_lon", "berthLongitudeDegrees", 25, 1_000)
                .latitude("berth_lat", "berthLatitudeDegrees", 24, 1_000)
                .build();
    }

    private static Layout weatherFromAShip() {
        return of("weather seen from a ship (Circ.289)")
                .number("variant", "variant", 1)
                .text("location", "location", 20)
                .longitudeLatitude(25, 1_000)
                .dayToMinute("timestamp", "observedAt")
                .upTo("weather", "presentWeather", 4, 8)
                .flag("vislimit", "isVisibilityGreater")
                .parts("visibility", "visibilityNauticalMiles", 7, 10, 126)
                .upTo("humidity", "relativeHumidityPercent", 7, 100)
                .upTo("wspeed", "windSpeedKnots", 7, 126)
                .upTo("wdir", "windDirectionDegrees", 9, 359)
                .shifted("pressure", "pressureHectopascals", 9, 1, 799, 402)
                .upTo("pressuretend", "pressureTendency", 4, 8)
                .signed("airtemp", "airTemperatureCelsius", 11, 10, -600, 600)
                .signed("watertemp", "waterTemperatureCelsius", 10, 10, -100, 500)
                .upTo("waveperiod", "wavePeriodSeconds", 6, 60)
                .parts("waveheight", "waveHeightMetres", 8, 10, 251)
                .upTo("wavedir", "waveDirectionDegrees", 9, 359)
                .parts("swellheight", "swellHeightMetres", 8, 10, 251)
                .upTo("swelldir", "swellDirectionDegrees", 9, 359)
                .upTo("swellperiod", "swellPeriodSeconds", 6, 60)
                .build();
    }

    private static Layout areaNotice() {
        return linked("area notice (Circ.289)")
                .number("notice", "noticeType", 7)
                .monthToMinute("start", "startsAt")
                .upTo("duration", "durationMinutes", 18, 262_142)
                .group("subareas", "areas", AREAS, 0)
                .build();
    }

    private static Layout extendedShip() {
        return linked("more of a ship's identity and voyage (Circ.289)")
                .parts("airdraught", "airDraughtMetres", 13, 10, 8191)
                .zeroIsAbsent()
                .text("lastport", "lastPort", 5)
                .text("nextport", "nextPort", 5)
                .text("secondport", "secondPort", 5)
                .data("equipment", "solasEquipment", 52)
                .upTo("ice_class", "iceClass", 4, 14)
                .upTo("horsepower", "shaftHorsepower", 18, 262_142)
                .fromOne("vhf_channel", "vhfChannel", 12)
                .text("lloyds_shiptype", "lloydsShipType", 7)
                .upTo("tonnage", "grossTonnage", 18, 262_142)
                .number("laden", "ladenCode", 2)
                .number("heavy_fuel_oil", "heavyFuelOil", 2)
                .number("light_fuel_oil", "lightFuelOil", 2)
                .number("diesel", "dieselOil", 2)
                .upTo("bunker", "bunkerTonnes", 14, 16_382)
                .fromOne("persons", "personsOnBoard", 13)
                .build();
    }

    private static void inland() {
        exactly(
                INLAND,
                10,
                112,
                of("inland ship (200/10)")
                        .text("vin", "europeanVesselId", 8)
                        .parts("length", "lengthMetres", 13, 10, 8191)
                        .zeroIsAbsent()
                        .parts("beam", "beamMetres", 10, 10, 1023)
                        .zeroIsAbsent()
                        .fromOne("shiptype", "eriShipType", 14)
                        .code("hazard", "hazardousCargo", 3, Codes.HAZARD)
                        .parts("draught", "draughtMetres", 11, 100, 2000)
                        .zeroIsAbsent()
                        .code("loaded", "loading", 2, Codes.LOADED)
                        .flag("speed_q", "isSpeedFromSensor")
                        .flag("course_q", "isCourseFromSensor")
                        .flag("heading_q", "isHeadingFromSensor")
                        .build());
        exactly(
                INLAND,
                21,
                160,
                lock("arrival at a lock, bridge or terminal (200/21)")
                        .monthToMinute("eta", "estimatedArrival")
                        .upTo("tugs", "tugs", 3, 6)
                        .parts("airdraught", "airDraughtMetres", 12, 100, 4000)
                        .zeroIsAbsent()
                        .build());
        exactly(
                INLAND,
                22,
                144,
                lock("recommended arrival at a lock, bridge or terminal (200/22)")
                        .monthToMinute("eta", "recommendedArrival")
                        .code("status", "lockStatus", 2, Codes.LOCK_STATUS)
                        .build());
        exactly(
                INLAND,
                23,
                200,
                of("weather warning (200/23)")
                        // Both dates come before both times.
                        .moment(
                                "start",
                                "startsAt",
                                2000,
                                new Part(0, 8),
                                new Part(8, 4),
                                new Part(12, 5),
                                new Part(34, 5),
                                new Part(39, 6),
                                Part.MISSING)
                        .moment(
                                "end",
                                "endsAt",
                                2000,
                                new Part(17, 8),
                                new Part(25, 4),
                                new Part(29, 5),
                                new Part(45, 5),
                                new Part(50, 6),
                                Part.MISSING)
                        .skip(56)
                        .longitude("start_lon", "startLongitudeDegrees", 28, 10_000)
                        .latitude("start_lat", "startLatitudeDegrees", 27, 10_000)
                        .longitude("end_lon", "endLongitudeDegrees", 28, 10_000)
                        .latitude("end_lat", "endLatitudeDegrees", 27, 10_000)
                        .code("warning", "warning", 4, Codes.EMMA)
                        .signed("min", "leastValue", 9, 1, -254, 254)
                        .signed("max", "greatestValue", 9, 1, -254, 254)
                        .code("class", "severity", 2, Codes.EMMA_CLASS)
                        .code("wind", "windFrom", 4, Codes.WIND_FROM)
                        .build());
        exactly(
                INLAND,
                24,
                112,
                of("water levels (200/24)")
                        .text("country", "country", 2)
                        .group(
                                "gauges",
                                "gauges",
                                of("gauge")
                                        .fromOne("id", "gauge", 11)
                                        .signed("level", "waterLevelMetres", 14, 100, -8191, 8191)
                                        .build())
                        .build());
        exactly(
                INLAND,
                40,
                112,
                of("signal status (200/40)")
                        .longitudeLatitude(28, 10_000)
                        .number("form", "signalForm", 4)
                        .upTo("facing", "facingDegrees", 9, 359)
                        .code("direction", "streamDirection", 3, Codes.STREAM)
                        .number("status", "lightStatus", 30)
                        .build());
        exactly(
                INLAND,
                55,
                80,
                of("persons on board (200/55)")
                        .upTo("crew", "crew", 8, 254)
                        .upTo("passengers", "passengers", 13, 8190)
                        .upTo("personnel", "personnel", 8, 254)
                        .build());
    }

    private static Layout.Builder lock(String title) {
        return of(title)
                .text("country", "country", 2)
                .text("locode", "locode", 3)
                .text("section", "fairwaySection", 5)
                .text("terminal", "terminal", 5)
                .text("hectometre", "fairwayHectometre", 5);
    }

    private static void lighthouses() {
        var monitoring =
                of("aid to navigation's own state")
                        .parts("ana_int", "internalVolts", 10, 20, 1023)
                        .zeroIsAbsent()
                        .parts("ana_ext1", "external1Volts", 10, 20, 1023)
                        .zeroIsAbsent()
                        .parts("ana_ext2", "external2Volts", 10, 20, 1023)
                        .zeroIsAbsent()
                        .code("racon", "racon", 2, Codes.RACON)
                        .code("light", "light", 2, Codes.LIGHT)
                        .flag("alarm", "isAlarm")
                        .number("stat_ext", "externalStatus", 8)
                        .flag("off_pos", "isOffPosition")
                        .build();
        exactly(235, 10, 48, monitoring);
        exactly(250, 10, 48, monitoring);
    }

    /// Areas of a notice: 87 bits each, by their shape.
    private static final class Areas implements Field.Group.Elements {

        private static final List<Layout> SHAPES = shapes();

        @Override
        public int size() {
            return 87;
        }

        @Override
        public Layout at(Bits bits, int at) {
            return SHAPES.get(bits.unsigned(at, 3));
        }

        @Override
        public List<Layout> all() {
            return SHAPES;
        }

        private static Layout.Builder shape(String title) {
            return of(title).code("shape", "shape", 3, Codes.AREA_SHAPE);
        }

        private static Layout.Builder place(String title) {
            return shape(title)
                    .number("scale", "scaleExponent", 2)
                    .longitudeLatitude(25, 1_000)
                    .number("precision", "decimals", 3);
        }

        private static List<Layout> shapes() {
            var line = shape("line").number("scale", "scaleExponent", 2);
            for (var i = 1; i <= 4; i++) {
                line.parts("bearing" + i, "bearing" + i + "Degrees", 10, 2, 719)
                        .number("distance" + i, "distance" + i + "Metres", 10);
            }
            var lines = line.build();
            var unknown = shape("reserved").data(84).build();
            return List.of(
                    place("circle or point").number("radius", "radiusMetres", 12).build(),
                    place("rectangle")
                            .number("east", "eastMetres", 8)
                            .number("north", "northMetres", 8)
                            .upTo("orientation", "orientationDegrees", 9, 359)
                            .build(),
                    place("sector")
                            .number("radius", "radiusMetres", 12)
                            .upTo("left", "leftDegrees", 9, 359)
                            .upTo("right", "rightDegrees", 9, 359)
                            .build(),
                    lines,
                    lines,
                    shape("text").text("text", "text", 14).build(),
                    unknown,
                    unknown);
        }
    }

    /// Sensor reports: 112 bits each, by their kind.
    private static final class Sensors implements Field.Group.Elements {

        private static final List<Layout> KINDS =
                List.of(
                        sensor("location")
                                .longitudeLatitude(28, 10_000)
                                .parts("alt", "altitudeMetres", 11, 10, 2001)
                                .number("owner", "owner", 4)
                                .number("data_timeout", "dataTimeoutCode", 3)
                                .build(),
                        sensor("station").text("name", "name", 14).build(),
                        sensor("other").data(85).build());

        @Override
        public int size() {
            return 112;
        }

        @Override
        public Layout at(Bits bits, int at) {
            return KINDS.get(Math.min(2, bits.unsigned(at, 4)));
        }

        @Override
        public List<Layout> all() {
            return KINDS;
        }

        private static Layout.Builder sensor(String title) {
            return of(title)
                    .code("sensor", "sensor", 4, Codes.SENSOR)
                    .dayToMinute("timestamp", "measuredAt")
                    .number("site", "site", 7);
        }
    }
}
