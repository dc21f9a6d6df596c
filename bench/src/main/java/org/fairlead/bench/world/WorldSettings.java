package org.fairlead.bench.world;

import java.time.Duration;
import java.time.Instant;

/// What world to make. The same settings give the same bytes and the same truth.
///
/// @param vessels 1 to 300,000
/// @param firstShip number of the first, 0 to 300,000 - vessels: ships of other numbers have other
///   MMSIs, names and IMO numbers, whatever the seed
/// @param from whole second at which the world begins; ships are then in the middle of what they do
/// @param isPerfect one receiver with a right clock that hears every ship everywhere once, no
///   satellites, no noise: every position sent is a position heard
/// @param receivers shore stations, about the ports; as many as ports or more overlap
/// @param satellites in low orbit, 0 for none
/// @param outages whether receivers and feeds fail now and then
/// @param noise lines of a thousand that are damaged, foreign or not AIS at all
/// @param relayed lines of a thousand that a second source repeats seconds later
/// @param zones areas where reported positions are falsified for a while, whoever sails there
/// @param truePositionEvery how often the truth tells where every ship is; zero for never
public record WorldSettings(
        long seed,
        int vessels,
        int firstShip,
        Instant from,
        Duration span,
        Shares shares,
        boolean isPerfect,
        int receivers,
        int satellites,
        boolean outages,
        int noise,
        int relayed,
        int zones,
        Duration truePositionEvery) {

    public static final int MOST_VESSELS = 300_000;

    public WorldSettings {
        if (vessels < 1 || vessels > MOST_VESSELS) {
            throw new IllegalArgumentException("vessels outside 1-300,000: " + vessels);
        }
        if (firstShip < 0 || firstShip > MOST_VESSELS - vessels) {
            throw new IllegalArgumentException(
                    "first ship outside 0-%,d: %,d".formatted(MOST_VESSELS - vessels, firstShip));
        }
        if (!span.isPositive() || span.compareTo(Duration.ofDays(400)) > 0) {
            throw new IllegalArgumentException("span outside 0-400 days: " + span);
        }
        if (from.getNano() != 0) {
            throw new IllegalArgumentException("begin is not a whole second: " + from);
        }
        if (receivers < 0 || receivers > 1_000 || satellites < 0 || satellites > 20) {
            throw new IllegalArgumentException("receivers outside 0-1,000 or satellites 0-20");
        }
    }

    /// Shore stations with their faults, four satellites, the world's share of trouble.
    public static WorldSettings of(long seed, int vessels, Instant from, Duration span) {
        return new WorldSettings(
                seed,
                vessels,
                0,
                from,
                span,
                Shares.WORLD,
                false,
                90,
                4,
                true,
                3,
                20,
                2,
                Duration.ZERO);
    }

    /// Everything heard once by one receiver; for counting and for rates.
    public static WorldSettings perfect(long seed, int vessels, Instant from, Duration span) {
        return new WorldSettings(
                seed,
                vessels,
                0,
                from,
                span,
                Shares.WORLD,
                true,
                0,
                0,
                false,
                0,
                0,
                0,
                Duration.ZERO);
    }

    public WorldSettings with(Shares changed) {
        return new WorldSettings(
                seed,
                vessels,
                firstShip,
                from,
                span,
                changed,
                isPerfect,
                receivers,
                satellites,
                outages,
                noise,
                relayed,
                zones,
                truePositionEvery);
    }

    public WorldSettings withShipsFrom(int changed) {
        return new WorldSettings(
                seed,
                vessels,
                changed,
                from,
                span,
                shares,
                isPerfect,
                receivers,
                satellites,
                outages,
                noise,
                relayed,
                zones,
                truePositionEvery);
    }

    public WorldSettings withTruePositionEvery(Duration changed) {
        return new WorldSettings(
                seed,
                vessels,
                firstShip,
                from,
                span,
                shares,
                isPerfect,
                receivers,
                satellites,
                outages,
                noise,
                relayed,
                zones,
                changed);
    }

    /// @param changedNoise and the next: per thousand lines
    public WorldSettings withReception(
            int changedReceivers,
            int changedSatellites,
            boolean changedOutages,
            int changedNoise,
            int changedRelayed) {
        return new WorldSettings(
                seed,
                vessels,
                firstShip,
                from,
                span,
                shares,
                isPerfect,
                changedReceivers,
                changedSatellites,
                changedOutages,
                changedNoise,
                changedRelayed,
                zones,
                truePositionEvery);
    }

    public WorldSettings withZones(int changed) {
        return new WorldSettings(
                seed,
                vessels,
                firstShip,
                from,
                span,
                shares,
                isPerfect,
                receivers,
                satellites,
                outages,
                noise,
                relayed,
                changed,
                truePositionEvery);
    }

    long fromMillis() {
        return from.toEpochMilli();
    }

    long toMillis() {
        return from.plus(span).toEpochMilli();
    }
}
