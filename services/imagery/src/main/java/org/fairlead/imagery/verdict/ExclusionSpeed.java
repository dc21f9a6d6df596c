package org.fairlead.imagery.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.SilenceFacts;
import org.fairlead.imagery.ranking.SilenceTerms;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.KnownVessel;
import org.jspecify.annotations.Nullable;

/// What a silence is taken for: the speed its ship cannot have exceeded, which is her kind's cap,
/// or more where she herself reported more; and until when it lasts.
@ApplicationScoped
public class ExclusionSpeed implements SilenceTerms {

    private final VerdictConfig config;

    @Inject
    public ExclusionSpeed(VerdictConfig config) {
        this.config = config;
    }

    public double knots(KnownSilence known) {
        Silence silence = known.silence();
        double own =
                Math.max(
                        Math.max(reported(silence.start()), reported(silence.end())),
                        around(silence.facts()));
        return Math.max(cap(known.vessel()), own * config.ownSpeedFactor());
    }

    @Override
    public double exclusionKnots(KnownSilence known) {
        return knots(known);
    }

    /// An open silence is held against sightings for a while.
    @Override
    public Instant end(Silence silence) {
        ReportedPosition end = silence.end();
        return end == null ? silence.start().at().plus(config.openSilenceHorizon()) : end.at();
    }

    private double around(@Nullable SilenceFacts facts) {
        return facts == null
                ? 0
                : facts.fixes().stream()
                        .map(fix -> fix.speedKnots())
                        .mapToDouble(this::believed)
                        .max()
                        .orElse(0);
    }

    private double reported(@Nullable ReportedPosition position) {
        return believed(position == null ? null : position.speedKnots());
    }

    private double believed(@Nullable Double speed) {
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
