package org.fairlead.bench.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.fairlead.association.belief.PlausibleSpeed;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.bench.world.Identity;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.Truth;
import org.fairlead.bench.world.World;
import org.fairlead.bench.world.WorldSettings;

/// A made world whose ships go silent on their voyages, and where each was meanwhile.
///
/// A silence is what the reports on both sides of it tell, and nothing more; where a ship was on
/// for some minutes in between, it is two.
final class DarkWorld {

    private static final Duration SAMPLED_EVERY = Duration.ofMinutes(10);

    /// Half of the ships go silent on each voyage; a third of them then call at another port.
    private static final Shares DARK = new Shares(500, 330, 300, 60, 0, 0, 0, 0, 60, 0);

    private static final double OWN_SPEED_FACTOR = 1.10;
    private static final double PLAUSIBLE_SHARE = 0.65;

    final Instant from;
    final Instant to;
    private final Map<Integer, TrueTrack> tracks = new HashMap<>();
    private final Map<Integer, Identity> identities = new HashMap<>();
    private final List<Truth.NotTransmitting> silent = new ArrayList<>();
    private final Map<Integer, List<Truth.Blip>> blips = new HashMap<>();
    private final List<IndexedSilence> silences = new ArrayList<>();
    private final Map<UUID, Integer> shipOf = new HashMap<>();

    private DarkWorld(WorldSettings settings) {
        from = settings.from();
        to = settings.from().plus(settings.span());
    }

    static DarkWorld made(long seed, int ships, int days) {
        var settings =
                WorldSettings.of(
                                seed,
                                ships,
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Duration.ofDays(days))
                        .with(DARK)
                        .withReception(0, 0, false, 0, 0)
                        .withZones(0)
                        .withTruePositionEvery(SAMPLED_EVERY);
        var world = new DarkWorld(settings);
        var run = new World(settings).run(world::take);
        while (run.next()) {
            // Nobody listens, so there is no line; the truth is told meanwhile.
        }
        world.derive();
        return world;
    }

    private void take(Truth truth) {
        switch (truth) {
            case Truth.TruePosition position ->
                    tracks.computeIfAbsent(position.ship(), ship -> new TrueTrack()).add(position);
            case Truth.Ship ship -> identities.put(ship.ship(), ship.identity());
            case Truth.NotTransmitting off -> silent.add(off);
            case Truth.Blip blip ->
                    blips.computeIfAbsent(blip.ship(), ship -> new ArrayList<>()).add(blip);
            default -> {
                // Nothing to do with silences.
            }
        }
    }

    private void derive() {
        for (Truth.NotTransmitting off : silent) {
            var track = tracks.get(off.ship());
            int begin = track == null ? -1 : track.upTo(off.from().toEpochMilli());
            int end = track == null ? -1 : track.from(off.to().toEpochMilli());
            if (track == null || begin < 0 || end < 0 || off.from().isBefore(from)) {
                continue;
            }
            int on = blip(off, track);
            if (on < 0) {
                add(off, track, begin, end);
            } else {
                add(off, track, begin, on);
                add(off, track, on, end);
            }
        }
    }

    /// A sample at which she was on for a while; -1 where there is none.
    private int blip(Truth.NotTransmitting off, TrueTrack track) {
        for (Truth.Blip blip : blips.getOrDefault(off.ship(), List.of())) {
            int sample = track.from(blip.from().toEpochMilli());
            if (!blip.from().isBefore(off.from())
                    && !blip.to().isAfter(off.to())
                    && sample >= 0
                    && track.millis(sample) <= blip.to().toEpochMilli()) {
                return sample;
            }
        }
        return -1;
    }

    private void add(Truth.NotTransmitting off, TrueTrack track, int begin, int end) {
        Identity identity = identities.get(off.ship());
        if (track.millis(end) - track.millis(begin) < 3_600_000 || identity == null) {
            return;
        }
        double fastest =
                Math.max(
                        cap(identity),
                        OWN_SPEED_FACTOR * Math.max(track.knots(begin), track.knots(end)));
        var silence =
                new IndexedSilence(
                        new UUID(off.ship(), track.millis(begin)),
                        Integer.toString(off.ship()),
                        track.millis(begin),
                        track.millis(end),
                        track.place(begin),
                        track.place(end),
                        fastest,
                        plausible(track, begin, fastest),
                        new HullKnown(
                                new int[] {identity.lengthMetres()},
                                identity.beamMetres(),
                                identity.shipType()),
                        false);
        silences.add(silence);
        shipOf.put(silence.id(), off.ship());
    }

    private static double plausible(TrueTrack track, int until, double fastest) {
        double[] knots =
                DoubleStream.iterate(0, at -> at <= until, at -> at + 6)
                        .map(at -> track.knots((int) at))
                        .toArray();
        return Math.min(fastest, PlausibleSpeed.of(knots, 1, 5).orElse(PLAUSIBLE_SHARE * fastest));
    }

    /// As the imagery service has them (`fairlead.verdict.caps`).
    private static double cap(Identity identity) {
        return switch (identity.shipType() / 10) {
            case 7 -> identity.lengthMetres() < 170 ? 20 : 26;
            case 8 -> 18;
            case 6 -> 30;
            case 4 -> 45;
            default -> identity.shipType() == 30 ? 15 : 26;
        };
    }

    List<IndexedSilence> silences() {
        return silences;
    }

    TrueTrack track(IndexedSilence silence) {
        return Objects.requireNonNull(tracks.get(shipOf.get(silence.id())));
    }

    List<Identity> fleet() {
        return List.copyOf(identities.values());
    }
}
