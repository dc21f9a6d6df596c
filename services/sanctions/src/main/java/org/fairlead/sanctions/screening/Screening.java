package org.fairlead.sanctions.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.lists.ImoNumber;

/// Holds a transmitter against an entry by their identifiers alone; a name makes no match here.
///
/// | agrees | speaks against it | score | state |
/// |---|---|---|---|
/// | IMO, check digit right | | 0.99 | hit |
/// | MMSI | | 0.85 | hit |
/// | MMSI | both have valid, different IMO numbers | 0.45 | contradicted |
final class Screening {

    static final double BY_IMO = 0.99;
    static final double BY_MMSI = 0.85;
    static final double CONTRADICTED = 0.45;

    private Screening() {}

    record Outcome(
            MatchState state,
            double score,
            List<String> matchedBy,
            List<String> contradictions,
            String explanation) {

        Outcome {
            matchedBy = List.copyOf(matchedBy);
            contradictions = List.copyOf(contradictions);
        }
    }

    /// Empty when no identifier agrees.
    static Optional<Outcome> of(Candidate candidate) {
        var own = ImoNumber.of(candidate.vessel().imo());
        var listed = ImoNumber.of(candidate.listing().imo());
        var matchedBy = new ArrayList<String>();
        if (own.isPresent() && own.equals(listed)) {
            matchedBy.add("imo");
        }
        if (candidate.vessel().mmsi().equals(candidate.listedMmsi())) {
            matchedBy.add("mmsi");
        }
        if (matchedBy.isEmpty()) {
            return Optional.empty();
        }
        boolean isOtherHull = !matchedBy.contains("imo") && own.isPresent() && listed.isPresent();
        return Optional.of(
                isOtherHull
                        ? contradicted(candidate, own.get(), listed.get())
                        : hit(candidate, matchedBy));
    }

    private static Outcome hit(Candidate candidate, List<String> matchedBy) {
        boolean isByImo = matchedBy.contains("imo");
        return new Outcome(
                MatchState.HIT,
                isByImo ? BY_IMO : BY_MMSI,
                matchedBy,
                List.of(),
                "The transmitter's %s is that of %s, entry %s of %s."
                        .formatted(
                                isByImo
                                        ? "IMO " + candidate.vessel().imo()
                                        : "MMSI " + candidate.vessel().mmsi(),
                                candidate.listing().name(),
                                candidate.listing().sourceId(),
                                candidate.listing().list()));
    }

    private static Outcome contradicted(Candidate candidate, ImoNumber own, ImoNumber listed) {
        String contradiction =
                "The transmitter gives IMO %s, the entry IMO %s: two hulls."
                        .formatted(own.digits(), listed.digits());
        return new Outcome(
                MatchState.CONTRADICTED,
                CONTRADICTED,
                List.of("mmsi"),
                List.of(contradiction),
                "MMSI %s is that of %s, but MMSIs are given out again. %s"
                        .formatted(
                                candidate.vessel().mmsi(),
                                candidate.listing().name(),
                                contradiction));
    }
}
