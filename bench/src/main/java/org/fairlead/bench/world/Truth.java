package org.fairlead.bench.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// One true thing about the world, told when it becomes certain: at the begin of what is planned,
/// at the end of what depends on reception. Ships are known by their index, not by what they send.
public sealed interface Truth {

    /// Why nothing was heard of a ship.
    enum Cause {
        /// The crew's doing.
        SWITCHED_OFF,
        ANTENNA_FAILURE,
        /// No station or satellite was near enough.
        OUT_OF_RANGE,
        RECEIVER_DOWN,
        /// A provider of several receivers sent nothing.
        FEED_OUTAGE,
        /// In range of something that listened, and not heard all the same.
        NOT_RECEIVED
    }

    /// @param transponderClass A or B
    /// @param behaviour what it does by trade, in lower case
    /// @param traits what it does out of the ordinary, in lower case
    record Ship(
            int ship,
            Identity identity,
            char transponderClass,
            String behaviour,
            List<String> traits)
            implements Truth {}

    /// @param clockOffsetSeconds how far its clock is wrong, ahead positive
    record Receiver(
            String name,
            String feed,
            @Nullable Place place,
            double rangeNauticalMiles,
            double clockOffsetSeconds)
            implements Truth {}

    record Outage(Cause cause, String receiverOrFeed, Instant from, Instant to) implements Truth {}

    /// The transponder was off, or could not be heard, whatever listened. Ends may lie outside the
    /// world's time.
    record NotTransmitting(int ship, int mmsi, Cause cause, Instant from, Instant to)
            implements Truth {}

    /// On for a short while within a [NotTransmitting].
    record Blip(int ship, int mmsi, Instant from, Instant to) implements Truth {}

    /// Nothing was heard of a ship for two hours or more, though it was heard before.
    ///
    /// @param to absent when the world ended first
    /// @param cause the one with the largest share
    /// @param secondsByCause how the time divides
    record Silence(
            int ship,
            int mmsi,
            Instant from,
            @Nullable Instant to,
            Place fromPlace,
            Place toPlace,
            Cause cause,
            Map<Cause, Long> secondsByCause)
            implements Truth {}

    /// @param isDark the transponder was off for all of it
    record PortCall(
            int ship, String port, Place place, Instant arrived, Instant departed, boolean isDark)
            implements Truth {}

    /// From one port to the next. What the ship says of it, in message 5.
    record Voyage(
            int ship,
            String fromPort,
            String toPort,
            Instant departs,
            Instant arrives,
            double draughtMetres,
            String destination)
            implements Truth {}

    record DraughtChange(int ship, Instant at, String port, double beforeMetres, double afterMetres)
            implements Truth {}

    record Anchored(int ship, Place place, Instant from, Instant to) implements Truth {}

    record Fishing(int ship, Place place, double radiusNauticalMiles, Instant from, Instant to)
            implements Truth {}

    /// Alone and adrift on the high seas.
    record Loitering(int ship, Place place, Instant from, Instant to) implements Truth {}

    /// Two ships alongside each other at sea.
    ///
    /// @param metres between their antennas
    record Encounter(int ship, int otherShip, Place place, double metres, Instant from, Instant to)
            implements Truth {}

    record IdentitySwitch(int ship, Instant at, Identity before, Identity after) implements Truth {}

    /// Two ships that send one MMSI. With `isClone` the second also sends the first one's name.
    record SameMmsi(int mmsi, int ship, int otherShip, boolean isClone) implements Truth {}

    /// What a ship sent as its position was not where it was.
    ///
    /// @param zone number of the zone, absent where the ship itself falsified
    record FalsePositions(
            int ship, int mmsi, @Nullable Integer zone, Falsehood how, Instant from, Instant to)
            implements Truth {}

    /// How positions are wrong.
    enum Falsehood {
        /// A small circle about one point.
        CIRCLE,
        /// Jumps between the true place and one far away.
        TELEPORT
    }

    record Zone(
            int zone,
            Place place,
            double radiusNauticalMiles,
            Falsehood how,
            Place shown,
            Instant from,
            Instant to)
            implements Truth {}

    /// Where a ship really was, whatever it sent.
    record TruePosition(int ship, Instant at, Place place, double speedKnots, double courseDegrees)
            implements Truth {}
}
