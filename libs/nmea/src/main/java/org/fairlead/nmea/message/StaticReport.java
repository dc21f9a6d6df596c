package org.fairlead.nmea.message;

import org.jspecify.annotations.Nullable;

/// What a transmitter says it is, from one message 5, 19, 24 part A or 24 part B. What that message
/// does not carry, or carries as "not available", is absent.
///
/// @param epochMillis when it was received, milliseconds since 1970; `Long.MIN_VALUE` when unknown
/// @param imo as transmitted, check digit not verified
/// @param shipType 1 to 255, first digit the kind, second the cargo
/// @param motherShipMmsi for auxiliary craft (98…), which send it in place of dimensions
public record StaticReport(
        int mmsi,
        Origin origin,
        long epochMillis,
        @Nullable Integer imo,
        @Nullable String name,
        @Nullable String callSign,
        @Nullable Integer shipType,
        @Nullable Dimensions dimensions,
        @Nullable Integer motherShipMmsi,
        Voyage voyage) {

    /// The message it came in.
    public enum Origin {
        CLASS_A_STATIC,
        CLASS_B_EXTENDED,
        CLASS_B_PART_A,
        CLASS_B_PART_B
    }

    /// A class A report (message 5).
    public static StaticReport classA(
            int mmsi,
            @Nullable Integer imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipType,
            @Nullable Dimensions dimensions,
            Voyage voyage) {
        return new StaticReport(
                mmsi,
                Origin.CLASS_A_STATIC,
                Long.MIN_VALUE,
                imo,
                name,
                callSign,
                shipType,
                dimensions,
                null,
                voyage);
    }

    /// A class B name (message 24, part A).
    public static StaticReport partA(int mmsi, @Nullable String name) {
        return new StaticReport(
                mmsi,
                Origin.CLASS_B_PART_A,
                Long.MIN_VALUE,
                null,
                name,
                null,
                null,
                null,
                null,
                Voyage.NONE);
    }

    /// The rest of a class B identity (message 24, part B).
    public static StaticReport partB(
            int mmsi,
            @Nullable String callSign,
            @Nullable Integer shipType,
            @Nullable Dimensions dimensions) {
        return new StaticReport(
                mmsi,
                Origin.CLASS_B_PART_B,
                Long.MIN_VALUE,
                null,
                null,
                callSign,
                shipType,
                dimensions,
                null,
                Voyage.NONE);
    }
}
