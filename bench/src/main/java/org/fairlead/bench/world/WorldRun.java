package org.fairlead.bench.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/// The lines of a world, one after the other in the order of arrival. Not for several threads.
public final class WorldRun {

    private static final int INDEX_BITS = 20;

    private final Transmissions transmissions;
    private final Ship[] ships;
    private final LongHeap due;
    private final long epoch;
    private final long end;
    private final java.util.List<Station> stations;
    private final SentenceWriter writer;
    private final Pending pending;
    private final Pending.Arrival arrival = new Pending.Arrival();
    private final MessageBits message = new MessageBits();
    private final Dice dice;
    private final int noise;

    private boolean isOver;
    private int part;
    private int parts;
    private int sequence;
    private boolean spoils;
    private boolean isSpoilt;
    private long lines;

    WorldRun(WorldSettings settings, Sea sea, Consumer<Truth> truth) {
        var fleet = new Fleet(settings);
        var listening = new Stations(settings, sea);
        stations = listening.all();
        epoch = settings.fromMillis();
        end = settings.toMillis();
        noise = settings.noise();
        dice = Dice.of(settings.seed(), 70, 0);
        writer = new SentenceWriter(stations);
        pending = new Pending(epoch);
        listening.tell(truth);
        var planner = new Planner(settings, sea, fleet, truth);
        transmissions = new Transmissions(settings, sea, fleet, planner, listening, pending, truth);
        ships = new Ship[settings.vessels()];
        due = new LongHeap(ships.length + 1);
        for (int i = 0; i < ships.length; i++) {
            ships[i] = planner.launch(i);
            due.add(transmissions.begin(ships[i]) - epoch << INDEX_BITS | i);
        }
    }

    /// Moves to the next line; false when there is none.
    public boolean next() {
        isSpoilt = spoils;
        if (spoils) {
            spoils = false;
            writer.spoil(dice);
            lines++;
            return true;
        }
        if (part >= parts && !take()) {
            return false;
        }
        part++;
        writer.write(
                message, part, parts, sequence, stations.get(arrival.station), arrival.heardAt);
        spoils = noise > 0 && dice.below(1_000) < noise;
        lines++;
        return true;
    }

    private boolean take() {
        while (pending.isEmpty()
                || (!due.isEmpty()
                        && (due.least() >>> INDEX_BITS) + epoch <= pending.nextArrival())) {
            if (due.isEmpty()) {
                finish();
                return false;
            }
            step();
        }
        pending.take(message, arrival);
        part = 0;
        parts = SentenceWriter.parts(message);
        if (parts > 1) {
            sequence = stations.get(arrival.station).nextSequence();
        }
        return true;
    }

    private void step() {
        long key = due.least();
        int index = (int) (key & (1 << INDEX_BITS) - 1);
        long next = transmissions.step(ships[index], (key >>> INDEX_BITS) + epoch);
        if (next < end) {
            due.replaceLeast(next - epoch << INDEX_BITS | index);
        } else {
            due.removeLeast();
        }
    }

    private void finish() {
        if (!isOver) {
            isOver = true;
            for (Ship ship : ships) {
                transmissions.end(ship);
            }
        }
    }

    /// The line, in a buffer that the next line overwrites; only its first [#length] bytes count.
    public byte[] bytes() {
        return writer.line();
    }

    /// Without a line break.
    public int length() {
        return writer.length();
    }

    /// Name of the receiver the line comes from.
    public String receiver() {
        return stations.get(arrival.station).name;
    }

    public long arrivedAtMillis() {
        return arrival.arrivedAt;
    }

    /// Whether the line is the whole of a position (messages 1, 3, 18 and 27) and not spoilt.
    public boolean isPosition() {
        return !isSpoilt && parts == 1 && message.type() != MessageBits.STATIC_B;
    }

    /// Who sent it, as the line says before it was spoilt.
    public int mmsi() {
        return message.mmsi();
    }

    int pending() {
        return pending.size();
    }

    public long linesSoFar() {
        return lines;
    }

    /// Positions transmitted so far, of ships within reach of anything or not.
    public long positionsSent() {
        return transmissions.positionsSent();
    }

    /// Positions that at least one receiver heard, each counted once.
    public long positionsHeard() {
        return transmissions.positionsHeard();
    }

    /// What satellites had no memory for.
    public long satelliteOverflow() {
        return transmissions.satelliteOverflow();
    }

    /// The rest of the run, as objects: for tests and small worlds.
    public Iterator<HeardLine> lines() {
        return new Iterator<>() {
            private boolean isKnown;
            private boolean hasNext;

            @Override
            public boolean hasNext() {
                if (!isKnown) {
                    hasNext = WorldRun.this.next();
                    isKnown = true;
                }
                return hasNext;
            }

            @Override
            public HeardLine next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                isKnown = false;
                return new HeardLine(
                        receiver(),
                        Instant.ofEpochMilli(arrivedAtMillis()),
                        new String(bytes(), 0, length(), StandardCharsets.ISO_8859_1));
            }
        };
    }
}
