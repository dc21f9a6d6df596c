package org.fairlead.nmea;

import java.util.List;
import java.util.Map;
import org.fairlead.nmea.field.Layout;
import org.fairlead.nmea.field.MessageFields;
import org.fairlead.nmea.field.Values;
import org.fairlead.nmea.message.Application;
import org.jspecify.annotations.Nullable;

/// Takes the contents of messages 6 and 8 apart. Pure; never throws.
final class ApplicationDecoder {

    private ApplicationDecoder() {}

    static Application decode(int type, Payload bits) {
        var at = MessageFields.contentsAt(type);
        var area = bits.unsigned(at - 16, 10);
        var function = bits.unsigned(at - 6, 6);
        return MessageFields.application(type, bits)
                .map(layout -> known(area, function, layout, Values.of(layout, bits, at)))
                .orElseGet(() ->
                        new Application.Opaque(
                                area, function, bits.bits() - at, bits.hex(at, bits.bits())));
    }

    private static Application known(
            int area, int function, Layout layout, Map<String, Object> values) {
        if (area == 1 && (function == 11 || function == 31)) {
            return new Application.Weather(
                    area,
                    function,
                    number(values, "latitudeDegrees"),
                    number(values, "longitudeDegrees"),
                    (String) values.get("observedAt"),
                    values);
        }
        if (area == 1 && (function == 22 || function == 23)) {
            return areaNotice(area, function, values);
        }
        if (values.get("personsOnBoard") instanceof Integer persons
                && area == 1
                && function != 24) {
            return new Application.PersonsOnBoard(area, function, persons);
        }
        if (area == 200 && function == 55 && !values.isEmpty()) {
            var persons = values.values().stream().mapToInt(value -> (Integer) value).sum();
            return new Application.PersonsOnBoard(area, function, persons);
        }
        if (area == 200 && function == 10) {
            return inlandShip(area, function, values);
        }
        return new Application.Known(area, function, layout.title(), values);
    }

    private static Application areaNotice(int area, int function, Map<String, Object> values) {
        return new Application.AreaNotice(
                area,
                function,
                (Integer) values.getOrDefault("noticeType", 127),
                (String) values.get("startsAt"),
                (Integer) values.get("durationMinutes"),
                maps(values.get("areas")));
    }

    @SuppressWarnings("unchecked") // a group's value is a list of maps
    private static List<Map<String, Object>> maps(@Nullable Object group) {
        return group == null ? List.of() : (List<Map<String, Object>>) group;
    }

    private static Application inlandShip(int area, int function, Map<String, Object> values) {
        return new Application.InlandShip(
                area,
                function,
                (String) values.get("europeanVesselId"),
                number(values, "lengthMetres"),
                number(values, "beamMetres"),
                number(values, "draughtMetres"),
                (Integer) values.get("eriShipType"),
                (Integer) values.get("hazardousCargo"),
                (Integer) values.get("loading"));
    }

    private static @Nullable Double number(Map<String, Object> values, String name) {
        return (Double) values.get(name);
    }
}
