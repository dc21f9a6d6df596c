package org.fairlead.ais.track;

import java.time.Instant;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;

/// Two hundred thousand ships all over the sea, each of which reports once in ten seconds, for what
/// is measured while their frames wait.
public final class LargeFleet {

    public static final int SHIPS = 200_000;

    private static final int DEGREE = 600_000;

    private final UnmergedFrames frames;
    private final Instant from;
    private final int fixesOfAFrame;
    private final Random dice = new Random(20_261_127);
    private final int[] latitudes = dice.ints(SHIPS, -60 * DEGREE, 70 * DEGREE).toArray();
    private final int[] longitudes = dice.ints(SHIPS, -180 * DEGREE, 180 * DEGREE).toArray();

    /// @param fixesOfAFrame divides the number of ships
    public LargeFleet(UnmergedFrames frames, Instant from, int fixesOfAFrame) {
        this.frames = frames;
        this.from = from;
        this.fixesOfAFrame = fixesOfAFrame;
    }

    static int mmsi(int ship) {
        return 201_000_000 + ship;
    }

    /// One report of each.
    public void append(int round) {
        for (int first = 0; first < SHIPS; first += fixesOfAFrame) {
            var fixes = new Fix[fixesOfAFrame];
            for (int i = 0; i < fixes.length; i++) {
                // Any order: ships do not report by their numbers.
                int ship = (int) ((first + i) * 7_919L % SHIPS);
                fixes[i] =
                        new Fix(
                                mmsi(ship),
                                from.plusSeconds(round * 10L).toEpochMilli() + i,
                                latitudes[ship] + round * 30,
                                longitudes[ship],
                                dice.nextInt(200),
                                dice.nextInt(3600),
                                dice.nextInt(360),
                                dice.nextInt(9),
                                dice.nextInt(-20, 20),
                                1 + 2 * dice.nextInt(2),
                                0);
            }
            frames.append("fleet", fixes);
        }
    }
}
