package org.fairlead.imagery.verdict;

import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.KnownVessel;
import org.jspecify.annotations.Nullable;

/// The speed a ship cannot have exceeded: her kind's cap, or more where she herself reported more.
public final class ExclusionSpeed {

    private final VerdictConfig config;

    public ExclusionSpeed(VerdictConfig config) {
        this.config = config;
    }

    public double knots(KnownSilence known) {
        Silence silence = known.silence();
        double own = Math.max(reported(silence.start()), reported(silence.end()));
        return Math.max(cap(known.vessel()), own * config.ownSpeedFactor());
    }

    /// The fastest any ship is taken to sail: nothing beyond its reach needs to be looked at.
    double fastestKnots() {
        return Math.max(
                config.caps().highSpeedKnots(),
                config.ownSpeedIgnoredFromKnots() * config.ownSpeedFactor());
    }

    private double reported(@Nullable ReportedPosition position) {
        Double speed = position == null ? null : position.speedKnots();
        return speed == null || speed >= config.ownSpeedIgnoredFromKnots() ? 0 : speed;
    }

    private double cap(@Nullable KnownVessel vessel) {
        var caps = config.caps();
        Integer type = vessel == null ? null : vessel.identity().shipTypeCode();
        if (vessel == null || type == null) {
            return caps.otherKnots();
        }
        return switch (type / 10) {
            case 7 -> isCertainlyShort(vessel) ? caps.cargoKnots() : caps.containerKnots();
            case 8 -> caps.tankerKnots();
            case 6 -> caps.passengerKnots();
            case 4 -> caps.highSpeedKnots();
            default -> type == 30 ? caps.fishingKnots() : caps.otherKnots();
        };
    }

    private boolean isCertainlyShort(KnownVessel vessel) {
        return !vessel.lengthsMetres().isEmpty()
                && vessel.lengthsMetres().last() < config.caps().containerFromMetres();
    }
}
