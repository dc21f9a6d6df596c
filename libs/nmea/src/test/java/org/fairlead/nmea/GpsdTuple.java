package org.fairlead.nmea;

import java.util.Locale;
import java.util.StringJoiner;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.jspecify.annotations.Nullable;

/// One of our messages, scaled back to the raw numbers gpsd prints. A value that is absent prints
/// as what "not available" is on the air.
final class GpsdTuple {

    private GpsdTuple() {}

    static @Nullable String of(AisMessage message) {
        var h = message.header();
        var out = new StringJoiner("|").add("" + h.type()).add("" + h.repeat()).add("" + h.mmsi());
        switch (message) {
            case AisMessage.ClassAPosition m -> {
                out.add(or(m.navigationStatus(), 15)).add(turn(m.turnDegreesPerMinute()));
                speed(out, m.motion(), 10);
                place(out, m.position(), 1);
                courseHeadingSecond(out, m.motion());
            }
            case AisMessage.UtcReport m -> {
                out.add(m.utc() == null ? "?" : m.utc().toString());
                place(out, m.position(), 1);
            }
            case AisMessage.StaticData m -> identity(out, m.report());
            case AisMessage.SearchAndRescueAircraft m -> {
                out.add(or(m.altitudeMetres(), 4095));
                speed(out, m.motion(), 1);
                place(out, m.position(), 1);
                out.add(tenths(m.motion().courseDegrees(), 3600))
                        .add(or(m.motion().utcSecond(), 60));
            }
            case AisMessage.ClassBPosition m -> {
                speed(out, m.motion(), 10);
                place(out, m.position(), 1);
                courseHeadingSecond(out, m.motion());
                if (m.report() != null) {
                    out.add(TruthTest.orEmpty(m.report().name())).add(or(m.report().shipType(), 0));
                    size(out, m.report().dimensions());
                }
            }
            case AisMessage.AidToNavigation m -> {
                out.add(or(m.aidType(), 0)).add(TruthTest.orEmpty(m.name()));
                place(out, m.position(), 1);
                size(out, m.dimensions());
                out.add("" + m.isOffPosition()).add("" + m.isVirtual());
            }
            case AisMessage.LongRangePosition m -> {
                out.add(or(m.navigationStatus(), 15));
                place(out, m.position(), 1000);
                speed(out, m.motion(), 1);
                var course = m.motion().courseDegrees();
                out.add(course == null ? "511" : "" + Math.round(course)).add("" + m.isLatent());
            }
            default -> {}
        }
        return out.toString();
    }

    private static void identity(StringJoiner out, StaticReport r) {
        switch (r.origin()) {
            case CLASS_A_STATIC -> {
                out.add(or(r.imo(), 0))
                        .add(TruthTest.orEmpty(r.callSign()))
                        .add(TruthTest.orEmpty(r.name()))
                        .add(or(r.shipType(), 0));
                size(out, r.dimensions());
                var eta = r.voyage().eta();
                out.add(
                        eta == null
                                ? "00-00T24:60Z"
                                : String.format(
                                        Locale.ROOT,
                                        "%02d-%02dT%02d:%02dZ",
                                        eta.month(),
                                        eta.day(),
                                        eta.hour(),
                                        eta.minute()));
                out.add(tenths(r.voyage().draughtMetres(), 0))
                        .add(TruthTest.orEmpty(r.voyage().destination()));
            }
            case CLASS_B_PART_A -> out.add(TruthTest.orEmpty(r.name()));
            case CLASS_B_PART_B -> {
                out.add(or(r.shipType(), 0)).add(TruthTest.orEmpty(r.callSign()));
                if (r.motherShipMmsi() != null) {
                    out.add("" + r.motherShipMmsi());
                } else {
                    size(out, r.dimensions());
                }
            }
            case CLASS_B_EXTENDED -> throw new IllegalStateException();
        }
    }

    private static void speed(StringJoiner out, Motion motion, int scale) {
        var speed = motion.speedKnots();
        out.add(speed == null ? "1023" : "" + Math.round(speed * scale));
    }

    private static void place(StringJoiner out, @Nullable Position p, int divisor) {
        if (p == null) {
            out.add("nowhere").add("").add("");
            return;
        }
        out.add("" + p.isAccurate())
                .add("" + Math.round(p.longitudeDegrees() * 600_000) / divisor)
                .add("" + Math.round(p.latitudeDegrees() * 600_000) / divisor);
    }

    private static void courseHeadingSecond(StringJoiner out, Motion m) {
        out.add(tenths(m.courseDegrees(), 3600))
                .add(or(m.headingDegrees(), 511))
                .add(or(m.utcSecond(), 60));
    }

    private static void size(StringJoiner out, @Nullable Dimensions d) {
        var size = d == null ? new Dimensions(0, 0, 0, 0) : d;
        out.add("" + size.bowMetres())
                .add("" + size.sternMetres())
                .add("" + size.portMetres())
                .add("" + size.starboardMetres());
    }

    private static String turn(@Nullable Double turn) {
        return turn == null
                ? "-128"
                : "" + Math.round(4.733 * Math.signum(turn) * Math.sqrt(Math.abs(turn)));
    }

    private static String tenths(@Nullable Double value, int absent) {
        return value == null ? "" + absent : "" + Math.round(value * 10);
    }

    private static String or(@Nullable Integer value, int absent) {
        return "" + (value == null ? absent : value);
    }
}
