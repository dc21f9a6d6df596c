package org.fairlead.cases.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.ActivityDetails.Circling;
import org.fairlead.contracts.ais.ActivityDetails.Cloning;
import org.fairlead.contracts.ais.ActivityDetails.DraughtChange;
import org.fairlead.contracts.ais.ActivityDetails.Encounter;
import org.fairlead.contracts.ais.ActivityDetails.FieldChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityConflict;
import org.fairlead.contracts.ais.ActivityDetails.Loitering;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.ActivityDetails.PositionZone;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VisitBasis;

/// Says what an activity other than a silence means for the inboxes: which are worth a decision,
/// and why, by family of indicators. No clock, no database.
///
/// Observed port visits and voyages are what ships do; they raise nothing.
@ApplicationScoped
public class ActivityLeadRules {

    private static final String OF_AREA = "area";

    private final LeadConfig config;

    @Inject
    ActivityLeadRules(LeadConfig config) {
        this.config = config;
    }

    public LeadSignal of(Activity activity) {
        var kind = kind(activity.details());
        if (kind.isEmpty()) {
            return new LeadSignal.Nothing();
        }
        if (activity.state() == Activity.State.RETRACTED) {
            return retracted(kind.get(), activity, activity.reason());
        }
        if (!config.activityKinds().contains(activity.details().kindName())) {
            return new LeadSignal.Nothing();
        }
        return switch (activity.details()) {
            case Encounter one -> encounter(activity, one);
            case Loitering one ->
                    one.isLong()
                            ? raised(
                                    activity,
                                    "slow at sea for " + length(activity),
                                    Priority.LOW,
                                    Reason.Family.CONDUCT)
                            : new LeadSignal.Nothing();
            case Teleport one ->
                    position(activity, one.attribution(), "a position she cannot have reached");
            case Cloning one ->
                    position(
                            activity,
                            one.attribution(),
                            "two tracks under one number at the same time");
            case Circling one ->
                    position(activity, one.attribution(), "positions that go round in a ring");
            case PositionZone one ->
                    raised(
                            activity,
                            "positions of %d ships in one area cannot be".formatted(one.ships()),
                            Priority.LOW,
                            Reason.Family.PLACE);
            case IdentityChange one -> identity(activity, one);
            case IdentityConflict one ->
                    raised(
                            activity,
                            "what she says of herself cannot all be so",
                            one.rule().equals("two-at-once") || one.rule().equals("mid-call-sign")
                                    ? Priority.NORMAL
                                    : Priority.LOW,
                            Reason.Family.IDENTITY);
            case DraughtChange one ->
                    raised(
                            activity,
                            String.format(
                                    Locale.ROOT,
                                    "draught %.1f m before a silence, %.1f m after it",
                                    one.beforeMetres(),
                                    one.afterMetres()),
                            Priority.NORMAL,
                            Reason.Family.CONDUCT);
            case PortVisit one -> visit(activity, one);
            default -> new LeadSignal.Nothing();
        };
    }

    private static Optional<LeadKind> kind(ActivityDetails details) {
        return Optional.ofNullable(
                switch (details) {
                    case Encounter one -> LeadKind.ENCOUNTER;
                    case Loitering one -> LeadKind.LOITERING;
                    case Teleport one -> LeadKind.POSITION;
                    case Cloning one -> LeadKind.POSITION;
                    case Circling one -> LeadKind.POSITION;
                    case PositionZone one -> LeadKind.POSITION;
                    case IdentityChange one -> LeadKind.IDENTITY;
                    case IdentityConflict one -> LeadKind.IDENTITY;
                    case DraughtChange one -> LeadKind.DRAUGHT;
                    case PortVisit one -> LeadKind.PORT_CALL;
                    default -> null;
                });
    }

    private static LeadSignal retracted(LeadKind kind, Activity activity, String reason) {
        return new LeadSignal.Retract(kind, activity.id().toString(), activity.version(), reason);
    }

    private static LeadSignal encounter(Activity activity, Encounter encounter) {
        String with =
                activity.others().isEmpty()
                        ? "another ship"
                        : LeadVessel.of(activity.others().getFirst()).label();
        return raised(
                activity,
                "near %s for %s".formatted(with, length(activity)),
                encounter.tiers().size() > 1 ? Priority.HIGH : Priority.NORMAL,
                Reason.Family.CONDUCT);
    }

    /// What an area does to several ships is no lead to any of them.
    private static LeadSignal position(Activity activity, String attribution, String headline) {
        return attribution.equals(OF_AREA)
                ? retracted(LeadKind.POSITION, activity, activity.reason())
                : raised(activity, headline, Priority.NORMAL, Reason.Family.PLACE);
    }

    private static LeadSignal identity(Activity activity, IdentityChange change) {
        var fields = change.changes().stream().map(FieldChange::field).toList();
        boolean isOfSize = fields.stream().allMatch(field -> field.endsWith("Metres"));
        var priority =
                change.silenceId() != null
                        ? Priority.HIGH
                        : isOfSize ? Priority.LOW : Priority.NORMAL;
        return raised(
                activity,
                change.silenceId() == null
                        ? "says another thing of herself than before"
                        : "says another thing of herself after a silence",
                priority,
                Reason.Family.IDENTITY);
    }

    private static LeadSignal visit(Activity activity, PortVisit visit) {
        return visit.basis() == VisitBasis.INFERRED
                ? raised(
                        activity,
                        "%s could be reached in a silence".formatted(visit.port().name()),
                        Priority.LOW,
                        Reason.Family.PLACE)
                : new LeadSignal.Nothing();
    }

    private static LeadSignal raised(
            Activity activity, String headline, Priority priority, Reason.Family family) {
        var start = activity.start();
        var vessel = activity.vessel();
        return new LeadSignal.Raise(
                kind(activity.details()).orElseThrow(),
                new SourceRef(
                        "ais",
                        "activity",
                        activity.id().toString(),
                        activity.version(),
                        "/api/ais/v1/activities/" + activity.id()),
                headline,
                why(activity, family),
                vessel == null ? new LeadVessel(null, null, null) : LeadVessel.of(vessel),
                activity.from(),
                activity.to(),
                start == null ? null : start.latitudeDegrees(),
                start == null ? null : start.longitudeDegrees(),
                activity.synthetic(),
                priority,
                activity.reason());
    }

    private static List<Reason> why(Activity activity, Reason.Family family) {
        var why = new ArrayList<Reason>();
        why.add(new Reason(family, activity.reason()));
        if (activity.details() instanceof PortVisit visit) {
            visit.corroboration().forEach(one -> why.add(new Reason(Reason.Family.CONDUCT, one)));
        }
        ReportedPosition start = activity.start();
        if (start != null) {
            why.add(
                    new Reason(
                            Reason.Family.PLACE,
                            "It began at %s."
                                    .formatted(
                                            LeadRules.place(
                                                    start.latitudeDegrees(),
                                                    start.longitudeDegrees()))));
        }
        return why;
    }

    private static String length(Activity activity) {
        return activity.to() == null
                ? "some time, still open"
                : LeadRules.length(activity.durationHours());
    }
}
