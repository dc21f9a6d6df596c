package org.fairlead.imagery.ranking;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fairlead.association.belief.PlausibleSpeed;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.SilenceFacts;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.KnownVessel;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Puts the silences of one ship into the form ranking wants.
final class Indexing {

    private final RankingConfig config;
    private final SilenceTerms terms;

    Indexing(RankingConfig config, SilenceTerms terms) {
        this.config = config;
        this.terms = terms;
    }

    /// @param silences all that stand, of one ship: the speeds she reported around any of them tell
    ///   how fast she plausibly sails
    List<IndexedSilence> of(List<KnownSilence> silences) {
        double[] speeds =
                silences.stream().flatMapToDouble(known -> speeds(known.silence())).toArray();
        return silences.stream().map(known -> indexed(known, speeds)).toList();
    }

    private static DoubleStream speeds(Silence silence) {
        SilenceFacts facts = silence.facts();
        var ends =
                Stream.of(silence.start(), silence.end() == null ? silence.start() : silence.end())
                        .map(ReportedPosition::speedKnots);
        var around =
                facts == null
                        ? Stream.<Double>empty()
                        : facts.fixes().stream().map(fix -> fix.speedKnots());
        return Stream.concat(ends, around)
                .filter(speed -> speed != null)
                .mapToDouble(Double::doubleValue);
    }

    private IndexedSilence indexed(KnownSilence known, double[] speeds) {
        Silence silence = known.silence();
        ReportedPosition end = silence.end();
        double fastest = terms.exclusionKnots(known);
        KnownVessel vessel = known.vessel();
        return new IndexedSilence(
                silence.id(),
                silence.vessel().mmsi(),
                silence.start().at().toEpochMilli(),
                terms.end(silence).toEpochMilli(),
                place(silence.start()),
                end == null ? null : place(end),
                fastest,
                plausible(speeds, fastest),
                hull(vessel),
                vessel != null && vessel.imos().size() > 1);
    }

    private double plausible(double[] speeds, double fastest) {
        return Math.min(
                fastest,
                PlausibleSpeed.of(speeds, config.underWayFromKnots(), config.fewestSpeeds())
                        .orElse(config.plausibleShareOfExclusionSpeed() * fastest));
    }

    private static HullKnown hull(@Nullable KnownVessel vessel) {
        return vessel == null
                ? HullKnown.NOTHING
                : new HullKnown(
                        vessel.lengthsMetres().stream().mapToInt(Integer::intValue).toArray(),
                        vessel.identity().beamMetres(),
                        vessel.identity().shipTypeCode());
    }

    private static Place place(ReportedPosition position) {
        return new Place(position.latitudeDegrees(), position.longitudeDegrees());
    }
}
