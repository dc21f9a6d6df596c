package org.fairlead.ais.silence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fairlead.bench.world.Truth;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Holds activities other than silences against what was true in a made world.
final class ActivityScores {

    private static final double NEAR_NAUTICAL_MILES = 6;
    private static final Duration LEAST = Duration.ofHours(2);

    private final List<Truth> truth;
    private final List<JsonNode> found;
    private final Instant begin;
    private final Instant end;
    private final Map<Integer, Set<Integer>> shipsByMmsi = new HashMap<>();

    /// Hours of the world, as bits, in which something was heard of a number.
    private final Map<Integer, Long> heardHours;

    /// @param found newest versions
    ActivityScores(
            List<Truth> truth,
            List<JsonNode> found,
            Instant begin,
            Instant end,
            Map<Integer, Long> heardHours) {
        this.truth = List.copyOf(truth);
        this.found =
                found.stream()
                        .filter(one -> !one.get("state").asText().equals("retracted"))
                        .toList();
        this.begin = begin;
        this.end = end;
        this.heardHours = Map.copyOf(heardHours);
        for (Truth one : truth) {
            if (one instanceof Truth.Ship ship) {
                put(ship.identity().mmsi(), ship.ship());
            } else if (one instanceof Truth.IdentitySwitch changed) {
                put(changed.after().mmsi(), changed.ship());
            }
        }
    }

    private void put(int mmsi, int ship) {
        shipsByMmsi.computeIfAbsent(mmsi, any -> new HashSet<>()).add(ship);
    }

    /// Something that truly went on for a while at a place.
    private record Spell(Set<Integer> ships, Place place, Instant from, Instant to) {}

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("## Other activities");
        lines.add("");
        lines.add(
                "Found and true are one when they are of the same ships, at the same time and within"
                        + " 6 nm. *Heard* are those in two hours of which, or more, something was"
                        + " received of each ship: the others nobody can find.");
        lines.add("");
        lines.add("| activity | precision | recall, of all | recall, of those heard |");
        lines.add("|---|---|---|---|");
        var calls = spells(Truth.PortCall.class);
        var anchored = spells(Truth.Anchored.class);
        lines.add(
                row(
                        "port visit of confidence 2 and more",
                        "port-visit",
                        this::isCall,
                        calls,
                        both(calls, anchored)));
        var encounters = spells(Truth.Encounter.class);
        lines.add(row("encounter", "encounter", one -> true, encounters, encounters));
        var loitering = spells(Truth.Loitering.class);
        var waiting =
                both(loitering, both(anchored, both(encounters, spells(Truth.Fishing.class))));
        lines.add(row("loitering of 4 h and more", "loitering", this::isLong, loitering, waiting));
        identity(lines);
        lines.add("");
        lines.add(
                "A port visit is right when she truly called or lay at anchor there; loitering is right"
                        + " when she truly drifted, waited, fished or met another.");
        lines.add("");
        causes(lines, loitering, encounters, anchored);
        meetings(lines, encounters, anchored, calls);
        visits(lines, calls, anchored);
        return lines;
    }

    private void meetings(
            List<String> lines, List<Spell> encounters, List<Spell> anchored, List<Spell> calls) {
        var counts = new TreeMap<String, Integer>();
        for (JsonNode one : of("encounter", any -> true)) {
            String was =
                    matches(one, encounters)
                            ? "a meeting"
                            : isFalse(one)
                                    ? "false positions of one of them"
                                    : eachIs(one, anchored)
                                            ? "both at anchor"
                                            : eachIs(one, calls)
                                                    ? "both in port"
                                                    : eachIs(one, spells(Truth.Fishing.class))
                                                            ? "both fishing"
                                                            : "something else";
            counts.merge(was, 1, Integer::sum);
            if (System.getProperty("calibration.errors") != null && !was.equals("a meeting")) {
                System.out.println("= encounter, " + was + ": " + one);
            }
        }
        lines.add("What was called an encounter really was: " + counts + ".");
        lines.add("");
    }

    private void visits(List<String> lines, List<Spell> calls, List<Spell> anchored) {
        var counts = new TreeMap<String, Integer>();
        for (JsonNode one : of("port-visit", this::isCall)) {
            String was =
                    matches(one, calls)
                            ? "a call"
                            : matches(one, anchored)
                                    ? "at anchor"
                                    : isFalse(one) ? "false positions" : "something else";
            counts.merge(was, 1, Integer::sum);
            if (System.getProperty("calibration.errors") != null && was.equals("something else")) {
                System.out.println("= visit: " + one);
            }
        }
        lines.add(
                "What was called a port visit of confidence 2 and more really was: "
                        + counts
                        + ".");
        lines.add("");
    }

    /// Whether one of its ships sent positions then at which it was not.
    private boolean isFalse(JsonNode one) {
        var from = Instant.parse(one.get("from").asText());
        var to = one.hasNonNull("to") ? Instant.parse(one.get("to").asText()) : end;
        var numbers = numbers(one);
        return only(Truth.FalsePositions.class).stream()
                .anyMatch(lie ->
                        numbers.contains(lie.mmsi())
                                && !from.isAfter(lie.to())
                                && !to.isBefore(lie.from()));
    }

    /// Whether each of its ships did that at the time, wherever.
    private boolean eachIs(JsonNode one, List<Spell> spells) {
        var from = Instant.parse(one.get("from").asText());
        var to = one.hasNonNull("to") ? Instant.parse(one.get("to").asText()) : end;
        for (int number : numbers(one)) {
            var ships = shipsByMmsi.getOrDefault(number, Set.of());
            if (spells.stream()
                    .noneMatch(spell ->
                            spell.ships().stream().anyMatch(ships::contains)
                                    && !from.isAfter(spell.to())
                                    && !to.isBefore(spell.from()))) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> numbers(JsonNode one) {
        var numbers = new ArrayList<Integer>();
        numbers.add(mmsi(one));
        one.get("others")
                .forEach(other -> numbers.add(Integer.parseInt(other.get("mmsi").asText())));
        return numbers;
    }

    private void causes(
            List<String> lines,
            List<Spell> loitering,
            List<Spell> encounters,
            List<Spell> anchored) {
        var counts = new TreeMap<String, Integer>();
        for (JsonNode one : of("loitering", this::isLong)) {
            String was =
                    matches(one, loitering)
                            ? "drifting alone"
                            : matches(one, encounters)
                                    ? "a meeting"
                                    : matches(one, anchored)
                                            ? "at anchor"
                                            : matches(one, spells(Truth.Fishing.class))
                                                    ? "fishing"
                                                    : "something else";
            counts.merge(was, 1, Integer::sum);
        }
        lines.add("What was called loitering really was: " + counts + ".");
        lines.add("");
    }

    private static List<Spell> both(List<Spell> some, List<Spell> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private String row(
            String name,
            String kind,
            Predicate<JsonNode> counts,
            List<Spell> toFind,
            List<Spell> right) {
        var named = of(kind, counts);
        var hits = named.stream().filter(one -> matches(one, right)).count();
        var real = toFind.stream().filter(this::isLongEnough).toList();
        var heard = real.stream().filter(this::isHeard).toList();
        return "| %s | %s | %s | %s |"
                .formatted(
                        name,
                        new Wilson((int) hits, named.size()),
                        found(real, named),
                        found(heard, named));
    }

    private Wilson found(List<Spell> real, List<JsonNode> named) {
        long hits = real.stream().filter(spell -> isFound(spell, named)).count();
        return new Wilson((int) hits, real.size());
    }

    private void identity(List<String> lines) {
        var switches = only(Truth.IdentitySwitch.class);
        var changes = of("identity-change", one -> changed(one, "mmsi") != null);
        long right =
                changes.stream()
                        .filter(one ->
                                switches.stream()
                                        .anyMatch(real -> isThat(real, changed(one, "mmsi"))))
                        .count();
        long hits =
                switches.stream()
                        .filter(real ->
                                changes.stream()
                                        .anyMatch(one -> isThat(real, changed(one, "mmsi"))))
                        .count();
        var withImo =
                switches.stream()
                        .filter(real -> real.after().imo() != 0)
                        .filter(real -> heardHours.getOrDefault(real.after().mmsi(), 0L) != 0)
                        .toList();
        long hitsWithImo =
                withImo.stream()
                        .filter(real ->
                                changes.stream()
                                        .anyMatch(one -> isThat(real, changed(one, "mmsi"))))
                        .count();
        lines.add(
                "| change of MMSI (by one IMO number; *heard*: that send one) | %s | %s | %s |"
                        .formatted(
                                new Wilson((int) right, changes.size()),
                                new Wilson((int) hits, switches.size()),
                                new Wilson((int) hitsWithImo, withImo.size())));
        if (System.getProperty("calibration.errors") != null) {
            of("cloning", one -> isOfShip(one) && !isFalse(one)).stream()
                    .filter(one ->
                            only(Truth.SameMmsi.class).stream()
                                    .noneMatch(real -> real.mmsi() == mmsi(one)))
                    .forEach(one -> System.out.println("= cloning: " + one));
        }
        var shared = new HashSet<Integer>();
        only(Truth.SameMmsi.class).forEach(one -> shared.add(one.mmsi()));
        var named = new HashSet<Integer>();
        of("cloning", ActivityScores::isOfShip).forEach(one -> named.add(mmsi(one)));
        int ofAreas = of("cloning", one -> !isOfShip(one)).size();
        var falsified = new HashSet<Integer>();
        of("cloning", one -> isOfShip(one) && this.isFalse(one))
                .forEach(one -> falsified.add(mmsi(one)));
        falsified.removeAll(shared);
        var bothHeard =
                shared.stream().filter(mmsi -> heardHours.getOrDefault(mmsi, 0L) != 0).toList();
        lines.add(
                "| two tracks under one MMSI (`cloning`), attributed to the ship (%d more to an area); %d of them of one ship that sends false positions; recall of two ships' | %s | %s | %s |"
                        .formatted(
                                ofAreas,
                                falsified.size(),
                                new Wilson(
                                        (int) named.stream().filter(shared::contains).count()
                                                + falsified.size(),
                                        named.size()),
                                new Wilson(
                                        (int) shared.stream().filter(named::contains).count(),
                                        shared.size()),
                                new Wilson(
                                        (int) bothHeard.stream().filter(named::contains).count(),
                                        bothHeard.size())));
    }

    private static boolean isOfShip(JsonNode one) {
        return one.get("details").path("attribution").asText().equals("ship");
    }

    private static @Nullable JsonNode changed(JsonNode one, String field) {
        for (JsonNode change : one.get("details").get("changes")) {
            if (change.get("field").asText().equals(field)) {
                return change;
            }
        }
        return null;
    }

    private static boolean isThat(Truth.IdentitySwitch real, @Nullable JsonNode change) {
        return change != null
                && change.get("from").asText().equals("%09d".formatted(real.before().mmsi()))
                && change.get("to").asText().equals("%09d".formatted(real.after().mmsi()));
    }

    private <T> List<T> only(Class<T> type) {
        return truth.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Spell> spells(Class<? extends Truth> type) {
        var spells = new ArrayList<Spell>();
        for (Truth one : only(type)) {
            var spell =
                    switch (one) {
                        case Truth.PortCall call when !call.isDark() ->
                                spell(
                                        Set.of(call.ship()),
                                        call.place(),
                                        call.arrived(),
                                        call.departed());
                        case Truth.Anchored lay ->
                                spell(Set.of(lay.ship()), lay.place(), lay.from(), lay.to());
                        case Truth.Encounter met ->
                                spell(
                                        Set.of(met.ship(), met.otherShip()),
                                        met.place(),
                                        met.from(),
                                        met.to());
                        case Truth.Loitering lay ->
                                spell(Set.of(lay.ship()), lay.place(), lay.from(), lay.to());
                        case Truth.Fishing fished ->
                                spell(
                                        Set.of(fished.ship()),
                                        fished.place(),
                                        fished.from(),
                                        fished.to());
                        default -> null;
                    };
            if (spell != null) {
                spells.add(spell);
            }
        }
        return spells;
    }

    private Spell spell(Set<Integer> ships, Place place, Instant from, Instant to) {
        return new Spell(
                ships, place, from.isBefore(begin) ? begin : from, to.isAfter(end) ? end : to);
    }

    private boolean isLongEnough(Spell spell) {
        return Duration.between(spell.from(), spell.to()).compareTo(LEAST) >= 0;
    }

    private boolean isHeard(Spell spell) {
        long hours = 0;
        for (var at = spell.from(); at.isBefore(spell.to()); at = at.plus(Duration.ofHours(1))) {
            hours |= 1L << Math.min(63, Duration.between(begin, at).toHours());
        }
        for (int ship : spell.ships()) {
            long heard = 0;
            for (var entry : shipsByMmsi.entrySet()) {
                if (entry.getValue().contains(ship)) {
                    heard |= heardHours.getOrDefault(entry.getKey(), 0L);
                }
            }
            if (Long.bitCount(heard & hours) < 2) {
                return false;
            }
        }
        return true;
    }

    private List<JsonNode> of(String kind, Predicate<JsonNode> counts) {
        return found.stream()
                .filter(one -> one.get("details").get("kind").asText().equals(kind))
                .filter(counts)
                .toList();
    }

    private boolean isCall(JsonNode one) {
        var details = one.get("details");
        return details.get("basis").asText().equals("observed")
                && details.path("confidence").asInt() >= 2;
    }

    private boolean isLong(JsonNode one) {
        return one.get("details").path("isLong").asBoolean();
    }

    private static int mmsi(JsonNode one) {
        return Integer.parseInt(one.get("vessel").get("mmsi").asText());
    }

    private boolean matches(JsonNode one, List<Spell> spells) {
        return spells.stream().anyMatch(spell -> isSame(one, spell));
    }

    private boolean isFound(Spell spell, List<JsonNode> named) {
        return named.stream().anyMatch(one -> isSame(one, spell));
    }

    private boolean isSame(JsonNode one, Spell spell) {
        for (int number : numbers(one)) {
            var ships = shipsByMmsi.getOrDefault(number, Set.of());
            if (ships.stream().noneMatch(spell.ships()::contains)) {
                return false;
            }
        }
        var from = Instant.parse(one.get("from").asText());
        var to = one.hasNonNull("to") ? Instant.parse(one.get("to").asText()) : end;
        if (from.isAfter(spell.to()) || to.isBefore(spell.from()) || !one.hasNonNull("start")) {
            return false;
        }
        var start = one.get("start");
        return GreatCircle.nauticalMiles(
                        new Place(
                                start.get("latitudeDegrees").asDouble(),
                                start.get("longitudeDegrees").asDouble()),
                        spell.place())
                <= NEAR_NAUTICAL_MILES;
    }
}
