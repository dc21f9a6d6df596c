package org.fairlead.ais.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.fairlead.ais.finding.Evidence;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.ActivityDetails.Encounter;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;

/// Encounters of two ships from the times at which they were near each other: a pure function, in
/// event time, so that midnight is a time like any other.
final class EncounterRule {

    static final String WIDE = "500m-2h";
    static final String CLOSE = "250m-30min";

    private final EncounterConfig config;

    EncounterRule(EncounterConfig config) {
        this.config = config;
    }

    /// A stretch of times without a break that meets at least one rule.
    private record Part(List<Contact> contacts, List<String> tiers) {}

    /// @param contacts of one pair, in order of time, one for each
    List<Finding> of(List<Contact> contacts) {
        var parts = new ArrayList<Part>();
        for (List<Contact> run : runs(contacts, contact -> 0)) {
            add(parts, run, WIDE, config.wideLasts());
        }
        for (List<Contact> run :
                runs(contacts, contact -> contact.metres() <= config.closeMetres() ? 0 : 1)) {
            add(parts, run, CLOSE, config.closeLasts());
        }
        parts.sort(java.util.Comparator.comparingLong(part -> part.contacts().getFirst().slot()));
        return merged(parts).stream().map(this::finding).toList();
    }

    /// Stretches of the contacts that are 0 by a measure, each time of the grid following on the
    /// one before.
    private static List<List<Contact>> runs(
            List<Contact> contacts, ToDoubleFunction<Contact> measure) {
        var runs = new ArrayList<List<Contact>>();
        long last = Long.MIN_VALUE;
        for (Contact contact : contacts) {
            if (measure.applyAsDouble(contact) > 0) {
                continue;
            }
            if (runs.isEmpty() || contact.slot() != last + 1) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(contact);
            last = contact.slot();
        }
        return runs;
    }

    private void add(List<Part> parts, List<Contact> run, String tier, Duration lasts) {
        long lasted = (run.getLast().slot() - run.getFirst().slot()) * config.every().toMillis();
        boolean isOfFishers =
                run.stream().allMatch(one -> one.a().isFishing() && one.b().isFishing());
        if (lasted >= lasts.toMillis()
                && medianKnots(run) < config.medianBelowKnots()
                && !isOfFishers) {
            parts.add(new Part(run, List.of(tier)));
        }
    }

    private List<Part> merged(List<Part> parts) {
        var merged = new ArrayList<Part>();
        for (Part part : parts) {
            if (!merged.isEmpty() && isNear(merged.getLast(), part)) {
                merged.add(join(merged.removeLast(), part));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private boolean isNear(Part before, Part after) {
        long apart = after.contacts().getFirst().slot() - before.contacts().getLast().slot();
        return apart * config.every().toMillis() < config.mergedWithin().toMillis();
    }

    private static Part join(Part one, Part other) {
        var contacts = new TreeMap<Long, Contact>();
        one.contacts().forEach(contact -> contacts.put(contact.slot(), contact));
        other.contacts().forEach(contact -> contacts.put(contact.slot(), contact));
        var tiers = new TreeSet<String>(java.util.Comparator.reverseOrder());
        tiers.addAll(one.tiers());
        tiers.addAll(other.tiers());
        return new Part(List.copyOf(contacts.values()), List.copyOf(tiers));
    }

    private static double medianKnots(List<Contact> contacts) {
        var speeds = new ArrayList<Double>();
        contacts.forEach(contact -> {
            speeds.add(contact.a().speedKnots());
            speeds.add(contact.b().speedKnots());
        });
        return median(speeds);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    private Finding finding(Part part) {
        var contacts = part.contacts();
        var first = contacts.getFirst();
        var last = contacts.getLast();
        long every = config.every().toMillis();
        long minutes = (last.slot() - first.slot()) * every / 60_000;
        var metres = contacts.stream().map(Contact::metres).toList();
        double closest = metres.stream().mapToDouble(one -> one).min().orElse(0);
        var details =
                new Encounter(
                        part.tiers(),
                        rounded(closest),
                        rounded(median(metres)),
                        rounded(medianKnots(contacts)),
                        contacts.size());
        var fixes = new ArrayList<ReportedFix>();
        for (Contact contact : Evidence.thinned(contacts)) {
            fixes.add(contact.a().fix(every));
            fixes.add(contact.b().fix(every));
        }
        return new Finding(
                Finding.idOf("encounter", first.pair(), first.slot()),
                first.a().mmsi(),
                List.of(first.b().mmsi()),
                position(first, every),
                position(last, every),
                false,
                details,
                part.tiers() + "/" + last.slot(),
                String.format(
                        Locale.ROOT,
                        "Within %.0f m of each other for %d minutes, closest %.0f m, median %.1f knots.",
                        part.tiers().contains(WIDE) ? config.wideMetres() : config.closeMetres(),
                        minutes,
                        closest,
                        details.medianSpeedKnots()),
                contacts.stream().anyMatch(one -> one.a().synthetic() || one.b().synthetic()),
                contacts.stream()
                        .flatMap(one -> List.of(one.a().source(), one.b().source()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Map.of(
                        "ais.encounter.wide-metres", Double.toString(config.wideMetres()),
                        "ais.encounter.wide-lasts", config.wideLasts().toString(),
                        "ais.encounter.close-metres", Double.toString(config.closeMetres()),
                        "ais.encounter.close-lasts", config.closeLasts().toString(),
                        "ais.encounter.median-below-knots",
                                Double.toString(config.medianBelowKnots()),
                        "ais.encounter.from-port-kilometres",
                                Double.toString(config.fromPortKilometres()),
                        "ais.encounter.crowd", Integer.toString(config.crowd()),
                        "ais.encounter.merged-within", config.mergedWithin().toString()),
                fixes);
    }

    private static ReportedPosition position(Contact contact, long every) {
        var fix = contact.a().fix(every);
        return new ReportedPosition(
                fix.at(), fix.latitudeDegrees(), fix.longitudeDegrees(), fix.speedKnots(), null);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
