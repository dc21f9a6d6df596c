package org.fairlead.cases.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.sanctions.ScreeningHit;

/// Says what a record of another service means for the inboxes. No clock, no database.
///
/// The words describe what was observed: a silence is unexplained, a sighting is consistent with
/// it. What that means is for a person to find.
@ApplicationScoped
public class LeadRules {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// What a receiver, an area or a berth explains is nobody's lead.
    private static final Set<String> OTHERS_DOING =
            Set.of(
                    Silence.FEED_OUTAGE,
                    Silence.COVERAGE_HOLE,
                    Silence.JAMMING_ZONE,
                    Silence.LAY_UP);

    private final LeadConfig config;

    @Inject
    LeadRules(LeadConfig config) {
        this.config = config;
    }

    public LeadSignal of(Silence silence) {
        return switch (silence.state()) {
            case RETRACTED, VOID ->
                    new LeadSignal.Retract(
                            LeadKind.SILENCE,
                            silence.id().toString(),
                            silence.version(),
                            silence.reason());
            case OPEN, REAPPEARED, NOT_REOBSERVED -> {
                if (OTHERS_DOING.contains(silence.classification())) {
                    yield new LeadSignal.Retract(
                            LeadKind.SILENCE,
                            silence.id().toString(),
                            silence.version(),
                            silence.reason());
                }
                yield isLongEnough(silence) ? raised(silence) : tooShort(silence);
            }
        };
    }

    private boolean isLongEnough(Silence silence) {
        return silence.durationHours() >= hours(config.shortestSilence());
    }

    /// Late data may shorten a silence: then the lead raised from its earlier version falls.
    private LeadSignal tooShort(Silence silence) {
        return new LeadSignal.Retract(
                LeadKind.SILENCE,
                silence.id().toString(),
                silence.version(),
                "The silence is now shorter than %s. %s"
                        .formatted(length(hours(config.shortestSilence())), silence.reason()));
    }

    private LeadSignal raised(Silence silence) {
        var end = silence.end();
        return new LeadSignal.Raise(
                LeadKind.SILENCE,
                new SourceRef(
                        "ais",
                        Silence.KIND,
                        silence.id().toString(),
                        silence.version(),
                        "/api/ais/v1/activities/" + silence.id()),
                "unexplained silence of " + length(silence.durationHours()),
                why(silence),
                LeadVessel.of(silence.vessel()),
                silence.start().at(),
                end == null ? null : end.at(),
                silence.start().latitudeDegrees(),
                silence.start().longitudeDegrees(),
                silence.synthetic(),
                silence.durationHours() >= hours(config.longSilence())
                        ? Priority.HIGH
                        : Priority.NORMAL,
                silence.reason());
    }

    private static List<Reason> why(Silence silence) {
        var why = new ArrayList<Reason>();
        why.add(new Reason(Reason.Family.REPORTING, reporting(silence)));
        why.add(
                new Reason(
                        Reason.Family.PLACE,
                        "The last report before it was at %s."
                                .formatted(
                                        place(
                                                silence.start().latitudeDegrees(),
                                                silence.start().longitudeDegrees()))));
        var end = silence.end();
        if (end != null) {
            why.add(
                    new Reason(
                            Reason.Family.PLACE,
                            "The first report after it was at %s."
                                    .formatted(
                                            place(end.latitudeDegrees(), end.longitudeDegrees()))));
        }
        return why;
    }

    private static String reporting(Silence silence) {
        String since = time(silence.start().at());
        var usual = silence.usualIntervalSeconds();
        String habit =
                usual == null
                        ? ""
                        : " She usually reports at least every %s."
                                .formatted(length(usual / 3600.0));
        var end = silence.end();
        return switch (silence.state()) {
            case REAPPEARED ->
                    "No report from %s to %s, %s.%s"
                            .formatted(
                                    since,
                                    end == null ? "an unknown time" : time(end.at()),
                                    length(silence.durationHours()),
                                    habit);
            case NOT_REOBSERVED -> "Not re-observed since %s.%s".formatted(since, habit);
            case OPEN, VOID, RETRACTED ->
                    "No report since %s, while others nearby or the source itself are heard.%s"
                            .formatted(since, habit);
        };
    }

    public LeadSignal of(Verdict verdict) {
        return switch (verdict.outcome()) {
            case CONSISTENT -> raised(verdict);
            case EXCLUDED, UNDECIDED, WITHDRAWN ->
                    new LeadSignal.Retract(
                            LeadKind.VERDICT,
                            verdict.id().toString(),
                            verdict.version(),
                            verdict.explanation());
        };
    }

    private static LeadSignal raised(Verdict verdict) {
        String others =
                switch (verdict.otherCandidates()) {
                    case 0 -> "No other silent vessel on record fits the sighting.";
                    case 1 -> "One other silent vessel fits the sighting as well.";
                    default ->
                            "%d other silent vessels fit the sighting as well."
                                    .formatted(verdict.otherCandidates());
                };
        return new LeadSignal.Raise(
                LeadKind.VERDICT,
                new SourceRef(
                        "imagery",
                        "verdict",
                        verdict.id().toString(),
                        verdict.version(),
                        "/api/imagery/v1/verdicts/" + verdict.id()),
                "a sighting is consistent with her silence",
                List.of(
                        new Reason(Reason.Family.PLACE, verdict.explanation()),
                        new Reason(Reason.Family.PLACE, others)),
                LeadVessel.of(verdict.vessel()),
                null,
                null,
                null,
                null,
                verdict.synthetic(),
                verdict.otherCandidates() == 0 ? Priority.HIGH : Priority.NORMAL,
                verdict.explanation());
    }

    public LeadSignal of(ScreeningHit match) {
        return switch (match.state()) {
            // A list's first import says what was so all along: found on request, no lead each.
            case HIT ->
                    Boolean.TRUE.equals(match.baseline())
                            ? new LeadSignal.Nothing()
                            : raised(match);
            case CLEARED ->
                    new LeadSignal.Retract(
                            LeadKind.MATCH,
                            match.id().toString(),
                            match.version(),
                            match.explanation());
        };
    }

    private LeadSignal raised(ScreeningHit match) {
        var why = new ArrayList<Reason>();
        why.add(new Reason(Reason.Family.SANCTIONS, match.explanation()));
        for (String contradiction : match.contradictions()) {
            why.add(new Reason(Reason.Family.IDENTITY, contradiction));
        }
        return new LeadSignal.Raise(
                LeadKind.MATCH,
                new SourceRef(
                        "sanctions",
                        "match",
                        match.id().toString(),
                        match.version(),
                        "/api/sanctions/v1/matches/" + match.id()),
                "same %s as %s on the list of %s"
                        .formatted(
                                identifiers(match),
                                match.listing().name(),
                                match.listing().authority()),
                why,
                LeadVessel.of(match.vessel()),
                match.listedSince(),
                null,
                null,
                null,
                match.synthetic(),
                match.score() >= config.strongMatch() ? Priority.HIGH : Priority.NORMAL,
                match.explanation());
    }

    private static String identifiers(ScreeningHit match) {
        return match.matchedBy().isEmpty()
                ? "name"
                : String.join(" and ", match.matchedBy().stream().map(LeadRules::label).toList());
    }

    private static String label(String identifier) {
        return switch (identifier) {
            case "imo", "mmsi" -> identifier.toUpperCase(Locale.ROOT);
            default -> identifier.replace('-', ' ');
        };
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0;
    }

    /// Rounded as a person would say it: to days from three days on, else to hours, below six hours
    /// to half hours, where a whole one more would say much more than was seen.
    static String length(double hours) {
        if (hours >= 72) {
            return String.format(Locale.ROOT, "%.0f days", hours / 24);
        }
        if (hours >= 1) {
            double rounded = hours < 6 ? Math.round(hours * 2) / 2.0 : Math.round(hours);
            return String.format(
                    Locale.ROOT,
                    rounded == Math.rint(rounded) ? "%.0f %s" : "%.1f %s",
                    rounded,
                    rounded == 1 ? "hour" : "hours");
        }
        long minutes = Math.max(1, Math.round(hours * 60));
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static String time(Instant at) {
        return DAY_AND_TIME.format(at.truncatedTo(ChronoUnit.MINUTES));
    }

    static String place(double latitude, double longitude) {
        return String.format(
                Locale.ROOT,
                "%.3f° %s, %.3f° %s",
                Math.abs(latitude),
                latitude < 0 ? "S" : "N",
                Math.abs(longitude),
                longitude < 0 ? "W" : "E");
    }
}
