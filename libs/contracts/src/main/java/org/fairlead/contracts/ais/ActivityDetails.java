package org.fairlead.contracts.ais;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is particular to a kind of activity.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ActivityDetails.PortVisit.class, name = "port-visit"),
    @JsonSubTypes.Type(value = ActivityDetails.Voyage.class, name = "voyage"),
    @JsonSubTypes.Type(value = ActivityDetails.Encounter.class, name = "encounter"),
    @JsonSubTypes.Type(value = ActivityDetails.Loitering.class, name = "loitering"),
    @JsonSubTypes.Type(value = ActivityDetails.Teleport.class, name = "teleport"),
    @JsonSubTypes.Type(value = ActivityDetails.Cloning.class, name = "cloning"),
    @JsonSubTypes.Type(value = ActivityDetails.Circling.class, name = "circling"),
    @JsonSubTypes.Type(value = ActivityDetails.PositionZone.class, name = "position-zone"),
    @JsonSubTypes.Type(value = ActivityDetails.IdentityChange.class, name = "identity-change"),
    @JsonSubTypes.Type(value = ActivityDetails.IdentityConflict.class, name = "identity-conflict"),
    @JsonSubTypes.Type(value = ActivityDetails.DraughtChange.class, name = "draught-change"),
    @JsonSubTypes.Type(value = ActivityDetails.FeedOutage.class, name = "feed-outage"),
    @JsonSubTypes.Type(value = ActivityDetails.Blip.class, name = "blip")
})
public sealed interface ActivityDetails {

    List<String> KINDS =
            List.of(
                    "port-visit",
                    "voyage",
                    "encounter",
                    "loitering",
                    "teleport",
                    "cloning",
                    "circling",
                    "position-zone",
                    "identity-change",
                    "identity-conflict",
                    "draught-change",
                    "feed-outage",
                    "blip");

    /// Its name on the wire.
    default String kindName() {
        return switch (this) {
            case PortVisit one -> "port-visit";
            case Voyage one -> "voyage";
            case Encounter one -> "encounter";
            case Loitering one -> "loitering";
            case Teleport one -> "teleport";
            case Cloning one -> "cloning";
            case Circling one -> "circling";
            case PositionZone one -> "position-zone";
            case IdentityChange one -> "identity-change";
            case IdentityConflict one -> "identity-conflict";
            case DraughtChange one -> "draught-change";
            case FeedOutage one -> "feed-outage";
            case Blip one -> "blip";
        };
    }

    /// A call at a port.
    ///
    /// @param confidence of an observed visit, after Global Fishing Watch: 1 entry or exit only, 2
    ///   a stop or a silence in port only, 3 that with entry or exit, 4 with both
    /// @param stopped whether she lay still
    /// @param silentInPort whether she fell silent in port
    /// @param corroboration of an inferred visit: what speaks for it beside that it was possible
    /// @param silenceId of an inferred visit: the silence it lies in
    /// @param notHeard of an observed visit that ends in a silence: when she left, if she did, lies
    ///   within it
    record PortVisit(
            PortRef port,
            VisitBasis basis,
            @Nullable Integer confidence,
            @Nullable Instant enteredAt,
            @Nullable Instant stoppedAt,
            @Nullable Instant movedAt,
            @Nullable Instant leftAt,
            boolean stopped,
            boolean silentInPort,
            List<String> corroboration,
            @Nullable UUID silenceId,
            @Nullable NotHeard notHeard)
            implements ActivityDetails {

        public PortVisit {
            corroboration = List.copyOf(corroboration);
        }

        /// A visit that does not end in a silence.
        public PortVisit(
                PortRef port,
                VisitBasis basis,
                @Nullable Integer confidence,
                @Nullable Instant enteredAt,
                @Nullable Instant stoppedAt,
                @Nullable Instant movedAt,
                @Nullable Instant leftAt,
                boolean stopped,
                boolean silentInPort,
                List<String> corroboration,
                @Nullable UUID silenceId) {
            this(
                    port,
                    basis,
                    confidence,
                    enteredAt,
                    stoppedAt,
                    movedAt,
                    leftAt,
                    stopped,
                    silentInPort,
                    corroboration,
                    silenceId,
                    null);
        }
    }

    /// @param from her last report in port
    /// @param to her next report anywhere; absent while there is none
    record NotHeard(Instant from, @Nullable Instant to) {}

    /// From one visit to the next.
    ///
    /// @param basis the weaker of its two visits'
    /// @param atMost of a voyage inferred from a silence: how many such runs fit into it at most,
    ///   with the shortest calls
    /// @param distanceNauticalMiles between the two ports, at least
    /// @param distanceBasis `great-circle` or `sea`
    /// @param capacities of a voyage inferred from a silence: the same for longer calls
    record Voyage(
            PortRef from,
            PortRef to,
            VisitBasis basis,
            UUID fromVisitId,
            UUID toVisitId,
            @Nullable Integer atMost,
            @Nullable Double distanceNauticalMiles,
            @Nullable String distanceBasis,
            @Nullable List<RunCapacity> capacities)
            implements ActivityDetails {

        public Voyage {
            capacities = capacities == null ? null : List.copyOf(capacities);
        }
    }

    /// @param callHours in each port
    /// @param atMost runs that fit with them
    record RunCapacity(double callHours, int atMost) {}

    /// Two ships near each other, slow, away from ports.
    ///
    /// @param tiers which rules it meets: `500m-2h`, `250m-30min`
    /// @param medianSpeedKnots of both
    /// @param points times of ten minutes at which both were near
    record Encounter(
            List<String> tiers,
            double closestMetres,
            double medianMetres,
            double medianSpeedKnots,
            int points)
            implements ActivityDetails {

        public Encounter {
            tiers = List.copyOf(tiers);
        }
    }

    /// Slow at sea.
    ///
    /// @param isLong long enough to be looked at
    /// @param meanSpeedKnots over ground, from the distance between reports
    record Loitering(boolean isLong, double meanSpeedKnots, double driftNauticalMiles)
            implements ActivityDetails {}

    /// A position she cannot have reached since the one before.
    ///
    /// @param attribution `ship`, or `area` when others near her show it as well
    record Teleport(
            double distanceNauticalMiles,
            double intervalMinutes,
            double impliedSpeedKnots,
            String attribution,
            @Nullable UUID zoneId)
            implements ActivityDetails {}

    /// Two tracks at the same time under one number, farther apart than she can sail.
    ///
    /// @param attribution `ship`, or `area` when others near her show it as well
    record Cloning(
            double overlapMinutes,
            double distanceNauticalMiles,
            ReportedPosition other,
            String attribution,
            @Nullable UUID zoneId)
            implements ActivityDetails {}

    /// Positions that go round in a ring.
    ///
    /// @param attribution `ship`, or `area` when others near her show it as well
    record Circling(
            double centreLatitudeDegrees,
            double centreLongitudeDegrees,
            double radiusNauticalMiles,
            double radiusVariation,
            double turns,
            String attribution,
            @Nullable UUID zoneId)
            implements ActivityDetails {}

    /// An area in which the positions of several ships cannot be: it says nothing of any of them.
    ///
    /// @param activityIds of the ships
    record PositionZone(
            double latitudeDegrees,
            double longitudeDegrees,
            double radiusDegrees,
            int ships,
            List<UUID> activityIds)
            implements ActivityDetails {

        public PositionZone {
            activityIds = List.copyOf(activityIds);
        }
    }

    /// She says another thing of herself than before.
    ///
    /// @param silenceId the silence in which it changed, where it did
    record IdentityChange(List<FieldChange> changes, @Nullable UUID silenceId)
            implements ActivityDetails {

        public IdentityChange {
            changes = List.copyOf(changes);
        }
    }

    /// @param field `imo`, `name`, `callSign`, `lengthMetres`, `beamMetres`
    record FieldChange(String field, String from, String to) {}

    /// What she says of herself cannot all be so.
    ///
    /// @param rule `imo-check-digit`, `mid-unassigned`, `mid-call-sign`, `two-at-once`
    /// @param statement one sentence with the values
    record IdentityConflict(String rule, String statement) implements ActivityDetails {}

    /// Her draught was another after a silence than before it.
    record DraughtChange(
            double beforeMetres,
            double afterMetres,
            Instant beforeAt,
            Instant afterAt,
            UUID silenceId)
            implements ActivityDetails {}

    /// A source itself fell silent, or lost a part of its ships: it says nothing of those.
    ///
    /// @param source the feed or file
    /// @param transmitters how many of its ships had been heard within two hours before, at least;
    ///   of a part, how many it usually hears at a time
    /// @param heardShare of the ships it usually hears, where only a part was lost
    record FeedOutage(String source, int transmitters, @Nullable Double heardShare)
            implements ActivityDetails {}

    /// A short transmission between two silences: it tells who she is and where she was.
    ///
    /// @param reports heard of her, at most 64
    record Blip(UUID silenceBeforeId, UUID silenceAfterId, double minutes, int reports)
            implements ActivityDetails {}
}
