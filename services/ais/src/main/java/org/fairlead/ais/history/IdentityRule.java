package org.fairlead.ais.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.ActivityDetails.DraughtChange;
import org.fairlead.contracts.ais.ActivityDetails.FieldChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityConflict;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselIdentity.Draught;
import org.fairlead.contracts.ais.VesselIdentity.Tuple;
import org.fairlead.nmea.identity.ImoNumber;
import org.fairlead.nmea.identity.MaritimeIdentification;
import org.fairlead.nmea.identity.Mmsi;
import org.jspecify.annotations.Nullable;

/// What follows from what a ship says of herself, and when: changes, contradictions, and a draught
/// that changed over a silence. A pure function of her dated tuples.
final class IdentityRule {

    private final HistoryConfig config;

    IdentityRule(HistoryConfig config) {
        this.config = config;
    }

    /// One value of one field, and the time over which it was said.
    private record Spell(String value, Instant from, Instant to, Tuple tuple) {}

    List<Finding> of(History history) {
        var identity = history.identity();
        if (identity == null) {
            return List.of();
        }
        var past = Objects.requireNonNullElse(identity.past(), List.<Tuple>of());
        var found = new ArrayList<Finding>();
        changes(identity, past, history.standing(), found);
        conflicts(identity, past, found);
        found.addAll(draughts(identity, history.standing()));
        return found;
    }

    /// The IMO numbers she said, those with a wrong check digit left out, and over which time each.
    static Map<Integer, NumberRule.Claim> hulls(VesselIdentity identity) {
        var claims = new TreeMap<Integer, NumberRule.Claim>();
        for (Tuple tuple : Objects.requireNonNullElse(identity.past(), List.<Tuple>of())) {
            int imo = tuple.imo() == null ? 0 : Integer.parseInt(tuple.imo());
            if (ImoNumber.isValid(imo)) {
                claims.merge(
                        imo,
                        new NumberRule.Claim(
                                identity.mmsi(),
                                tuple.firstSeenAt(),
                                tuple.lastSeenAt(),
                                tuple.synthetic(),
                                List.of(tuple.source())),
                        NumberRule.Claim::and);
            }
        }
        return claims;
    }

    private void changes(
            VesselIdentity identity,
            List<Tuple> past,
            List<Silence> silences,
            List<Finding> found) {
        var byTime = new LinkedHashMap<Instant, List<Change>>();
        change("imo", past, Tuple::imo, byTime);
        change("name", past, Tuple::name, byTime);
        change("callSign", past, Tuple::callSign, byTime);
        change("lengthMetres", past, tuple -> text(tuple.lengthMetres()), byTime);
        change("beamMetres", past, tuple -> text(tuple.beamMetres()), byTime);
        byTime.forEach((at, changes) -> found.add(changed(identity, at, changes, silences)));
    }

    private record Change(FieldChange change, Spell before, Spell after) {}

    private void change(
            String field,
            List<Tuple> past,
            Function<Tuple, @Nullable String> value,
            Map<Instant, List<Change>> byTime) {
        @Nullable Spell before = null;
        for (Spell spell : spells(past, value)) {
            if (before != null && !isAtOnce(before, spell) && differs(field, before, spell)) {
                byTime.computeIfAbsent(spell.from(), any -> new ArrayList<>())
                        .add(
                                new Change(
                                        new FieldChange(field, before.value(), spell.value()),
                                        before,
                                        spell));
            }
            before = spell;
        }
    }

    /// Neighbouring tuples that say the same are one spell.
    private static List<Spell> spells(List<Tuple> past, Function<Tuple, @Nullable String> value) {
        var sorted =
                past.stream()
                        .filter(tuple -> value.apply(tuple) != null)
                        .sorted(
                                Comparator.comparing(Tuple::firstSeenAt)
                                        .thenComparing(Tuple::lastSeenAt)
                                        .thenComparing(Tuple::toString))
                        .toList();
        var spells = new ArrayList<Spell>();
        for (Tuple tuple : sorted) {
            String said = Objects.requireNonNull(value.apply(tuple));
            if (!spells.isEmpty() && spells.getLast().value().equals(said)) {
                var last = spells.removeLast();
                var to = last.to().isAfter(tuple.lastSeenAt()) ? last.to() : tuple.lastSeenAt();
                spells.add(new Spell(said, last.from(), to, tuple));
            } else {
                spells.add(new Spell(said, tuple.firstSeenAt(), tuple.lastSeenAt(), tuple));
            }
        }
        return spells;
    }

    private boolean isAtOnce(Spell one, Spell other) {
        return Duration.between(other.from(), one.to()).compareTo(config.atOnceFor()) >= 0;
    }

    private boolean differs(String field, Spell one, Spell other) {
        if (!field.endsWith("Metres")) {
            return true;
        }
        return Math.abs(Integer.parseInt(one.value()) - Integer.parseInt(other.value()))
                >= config.sizeDiffersMetres();
    }

    private static @Nullable String text(@Nullable Integer value) {
        return value == null ? null : value.toString();
    }

    private Finding changed(
            VesselIdentity identity, Instant at, List<Change> changes, List<Silence> silences) {
        var before =
                changes.stream()
                        .map(one -> one.before().to())
                        .max(Comparator.naturalOrder())
                        .orElse(at);
        var from = before.isAfter(at) ? at : before;
        var silence = within(silences, from, at);
        var fields = changes.stream().map(Change::change).toList();
        var words = new ArrayList<String>();
        fields.forEach(one ->
                words.add("%s %s became %s".formatted(label(one.field()), one.from(), one.to())));
        String reason =
                String.join(", ", words) + (silence.isPresent() ? ", within a silence." : ".");
        return new Finding(
                Finding.idOf("identity-change", identity.mmsi(), fields, at),
                Integer.parseInt(identity.mmsi()),
                List.of(),
                from,
                at,
                silence.map(Silence::start).orElse(null),
                silence.map(Silence::end).orElse(null),
                false,
                new IdentityChange(fields, silence.map(Silence::id).orElse(null)),
                reason + silence.map(Silence::id).orElse(null),
                reason,
                changes.stream().anyMatch(one -> one.after().tuple().synthetic()),
                changes.stream()
                        .map(one -> one.after().tuple().source())
                        .distinct()
                        .sorted()
                        .toList(),
                Map.of(
                        "ais.identity.at-once-for", config.atOnceFor().toString(),
                        "ais.identity.size-differs-metres",
                                Integer.toString(config.sizeDiffersMetres())),
                silence.map(IdentityRule::ends).orElse(List.of()));
    }

    private static String label(String field) {
        return switch (field) {
            case "imo" -> "IMO number";
            case "callSign" -> "Call sign";
            case "lengthMetres" -> "Length";
            case "beamMetres" -> "Beam";
            default -> "Name";
        };
    }

    private static Optional<Silence> within(List<Silence> silences, Instant from, Instant to) {
        var slack = Duration.ofMinutes(10);
        return silences.stream()
                .filter(one -> {
                    var end = one.end();
                    return end != null
                            && !one.start().at().isBefore(from.minus(slack))
                            && !end.at().isAfter(to.plus(slack));
                })
                .findFirst();
    }

    static List<ReportedFix> ends(Silence silence) {
        var fixes = new ArrayList<ReportedFix>();
        String source = silence.sources().isEmpty() ? "" : silence.sources().getFirst();
        for (ReportedPosition one : java.util.Arrays.asList(silence.start(), silence.end())) {
            if (one != null) {
                fixes.add(
                        new ReportedFix(
                                silence.vessel().mmsi(),
                                one.at(),
                                one.latitudeDegrees(),
                                one.longitudeDegrees(),
                                one.speedKnots(),
                                source));
            }
        }
        return fixes;
    }

    private void conflicts(VesselIdentity identity, List<Tuple> past, List<Finding> found) {
        for (Spell spell : spells(past, Tuple::imo)) {
            if (!ImoNumber.isValid(Integer.parseInt(spell.value()))) {
                found.add(
                        conflict(
                                identity,
                                "imo-check-digit",
                                "The check digit of IMO %s is wrong.".formatted(spell.value()),
                                spell.value(),
                                spell.from(),
                                spell.tuple()));
            }
        }
        int mmsi = Integer.parseInt(identity.mmsi());
        var flag = MaritimeIdentification.flag(new Mmsi(mmsi));
        if (flag.isEmpty()) {
            found.add(
                    conflict(
                            identity,
                            "mid-unassigned",
                            "Nobody has the digits %s with which the MMSI begins."
                                    .formatted(identity.mmsi().substring(0, 3)),
                            "",
                            identity.firstSeenAt(),
                            null));
        } else {
            for (Spell spell : spells(past, Tuple::callSign)) {
                var of = CallSigns.flag(spell.value());
                if (of.isPresent() && !CallSigns.isSame(of.get(), flag.get().code())) {
                    found.add(
                            conflict(
                                    identity,
                                    "mid-call-sign",
                                    "The MMSI claims %s, the call sign %s belongs to %s."
                                            .formatted(flag.get().code(), spell.value(), of.get()),
                                    spell.value(),
                                    spell.from(),
                                    spell.tuple()));
                }
            }
        }
        atOnce(identity, "IMO number", spells(past, Tuple::imo), found);
        atOnce(identity, "name", spells(past, Tuple::name), found);
    }

    private void atOnce(
            VesselIdentity identity, String field, List<Spell> spells, List<Finding> found) {
        for (int i = 0; i < spells.size(); i++) {
            for (int j = i + 1; j < spells.size(); j++) {
                var one = spells.get(i);
                var other = spells.get(j);
                if (!one.value().equals(other.value()) && isAtOnce(one, other)) {
                    found.add(
                            conflict(
                                    identity,
                                    "two-at-once",
                                    "She said %s %s and %s over the same time."
                                            .formatted(field, one.value(), other.value()),
                                    field + one.value() + other.value(),
                                    other.from(),
                                    other.tuple()));
                }
            }
        }
    }

    private static Finding conflict(
            VesselIdentity identity,
            String rule,
            String statement,
            String value,
            Instant at,
            @Nullable Tuple tuple) {
        return new Finding(
                Finding.idOf("identity-conflict", identity.mmsi(), rule, value),
                Integer.parseInt(identity.mmsi()),
                List.of(),
                at,
                null,
                null,
                null,
                true,
                new IdentityConflict(rule, statement),
                statement,
                statement,
                tuple == null ? identity.synthetic() : tuple.synthetic(),
                tuple == null ? identity.sources() : List.of(tuple.source()),
                Map.of("ais.identity.rule", rule),
                List.of());
    }

    private List<Finding> draughts(VesselIdentity identity, List<Silence> silences) {
        var said = Objects.requireNonNullElse(identity.draughts(), List.<Draught>of());
        var found = new ArrayList<Finding>();
        for (Silence silence : silences) {
            var end = silence.end();
            if (end == null) {
                continue;
            }
            var before = lastBefore(said, silence.start().at());
            var after = firstAfter(said, end.at());
            if (before != null
                    && after != null
                    && Math.abs(before.metres() - after.metres())
                            >= config.draughtDiffersMetres() - 1e-9) {
                found.add(draught(identity, silence, before, after));
            }
        }
        return found;
    }

    private @Nullable Draught lastBefore(List<Draught> said, Instant start) {
        return said.stream()
                .filter(one -> !one.firstSeenAt().isAfter(start))
                .filter(one -> one.lastSeenAt().isAfter(start.minus(config.draughtWithin())))
                .max(Comparator.comparing(Draught::firstSeenAt))
                .orElse(null);
    }

    private @Nullable Draught firstAfter(List<Draught> said, Instant end) {
        return said.stream()
                .filter(one -> !one.lastSeenAt().isBefore(end))
                .filter(one -> one.firstSeenAt().isBefore(end.plus(config.draughtWithin())))
                .min(Comparator.comparing(Draught::firstSeenAt))
                .orElse(null);
    }

    private Finding draught(
            VesselIdentity identity, Silence silence, Draught before, Draught after) {
        var end = Objects.requireNonNull(silence.end());
        var start = silence.start();
        UUID id = Finding.idOf("draught-change", silence.id());
        var beforeAt = before.lastSeenAt().isAfter(start.at()) ? start.at() : before.lastSeenAt();
        var afterAt = after.firstSeenAt().isBefore(end.at()) ? end.at() : after.firstSeenAt();
        var details =
                new DraughtChange(before.metres(), after.metres(), beforeAt, afterAt, silence.id());
        return new Finding(
                id,
                Integer.parseInt(identity.mmsi()),
                List.of(),
                start,
                end,
                false,
                details,
                details.toString(),
                String.format(
                        java.util.Locale.ROOT,
                        "Draught %.1f m before the silence, %.1f m after it.",
                        before.metres(),
                        after.metres()),
                before.synthetic() || after.synthetic() || silence.synthetic(),
                List.copyOf(new java.util.TreeSet<>(List.of(before.source(), after.source()))),
                Map.of(
                        "ais.identity.draught-differs-metres",
                                Double.toString(config.draughtDiffersMetres()),
                        "ais.identity.draught-within", config.draughtWithin().toString()),
                ends(silence));
    }
}
