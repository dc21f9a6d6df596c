package org.fairlead.contracts.ais;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a silence and its classification rest on.
///
/// @param reappearance of an ended silence: `confirmed`, she was heard for an hour or more
///   afterwards; `blip`, only briefly, before another silence; `unconfirmed`, only briefly so far
/// @param multiVessel its ends are, or may be, two ships' on one number: it says nothing of either
/// @param switchedToMmsi of an identity switch: who appeared where she can have been
/// @param zoneId of a jamming zone: the activity that describes it
/// @param globalFishingWatch whether it meets Global Fishing Watch's rule of disabling events, for
///   comparison
/// @param shoreNauticalMiles from its start to the nearest land; [#FAR_FROM_SHORE] stands for that
///   or more
/// @param distanceNauticalMiles between its ends, at least
/// @param distanceBasis `great-circle` or `sea`
/// @param slackHours what remains of an ended silence after the shortest way between its ends
/// @param fixes the reports around it, oldest first, at most two for ten minutes
public record SilenceFacts(
        @Nullable String reappearance,
        boolean multiVessel,
        @Nullable Reception reception,
        @Nullable String switchedToMmsi,
        @Nullable UUID zoneId,
        @Nullable Boolean globalFishingWatch,
        @Nullable Double shoreNauticalMiles,
        @Nullable Double distanceNauticalMiles,
        @Nullable String distanceBasis,
        @Nullable Double slackHours,
        List<ReportedFix> fixes) {

    public static final String GREAT_CIRCLE = "great-circle";
    public static final String SEA = "sea";
    public static final double FAR_FROM_SHORE = 200;

    public SilenceFacts {
        fixes = List.copyOf(fixes);
    }

    /// How well ships of her class were heard where she can have been.
    ///
    /// @param silentIfTransmitting the probability that nothing of her is heard although she
    ///   transmits; absent when unknown
    /// @param expectedSlots slots of ten minutes in which she should have been heard
    /// @param slots looked at
    /// @param knownSlots of these, those in which other ships were there
    /// @param ships others that were heard there before and after
    /// @param terrestrialSlotsPerHour heard of a ship there, by receivers ashore
    /// @param satelliteSlotsPerHour heard of a ship there, by satellites
    /// @param cell H3 index of the start's cell, resolution 5
    /// @param stays others that were about where she was last heard, in the days around; absent in
    ///   events of earlier versions
    /// @param lost of these, those whom receivers ashore lost there
    /// @param ashoreUsed whether receivers ashore say something of her: they heard her last, and
    ///   lose few ships there
    public record Reception(
            @Nullable Double silentIfTransmitting,
            double expectedSlots,
            int slots,
            int knownSlots,
            int ships,
            double terrestrialSlotsPerHour,
            double satelliteSlotsPerHour,
            String cell,
            @Nullable Integer stays,
            @Nullable Integer lost,
            @Nullable Boolean ashoreUsed) {}
}
