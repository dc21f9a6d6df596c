package org.fairlead.bench.verdict;

/// The page `docs/verdict-calibration.md`.
final class Report {

    private Report() {}

    private static String share(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f", value);
    }

    static String of(
            String summary,
            Reliability amongSilent,
            Tally sailed,
            Tally modelled,
            Reliability chance) {
        return """
        # Do posteriors and chance rates mean what they say?

        Written by `./fairlead bench verdicts`: a made world whose ships go silent on their voyages, and sightings of them with noise. How each
        figure is computed is in [reference/verdicts.md](reference/verdicts.md).

        %s

        ![Reliability diagrams](pictures/verdict-reliability.svg)

        On the dashed line what was said came true as often as it was said. Above it the figure understates, below it overstates. Larger
        points stand for more cases.

        ## Posterior, given that it is one of the silent ships

        %s
        ## Posterior, ships that never transmit among the possibilities

        Each sighting counts for as many ship hours as it stands for: silent ships as many as the world has, ships that never transmit as many
        as the stated prior has, anywhere at sea with equal right, two of them tried for each silent ship.

        %s
        A ship that never transmits, over all sightings that have a candidate: said %s, was %s.

        %s
        ## The same of ships drawn by the likelihood itself

        Is a deviation one of arithmetic, of the prior, of too few strangers, or of how ships sail? The same silences, times and strangers once more, but each ship put where the likelihood has
        her: anywhere she can have been with equal right, her length and heading off by what it grants. Here the posteriors promise %s true ships for each there was; where ships really sailed, %s.

        %s
        What is left between the two has two causes, which work against each other. A ship that goes straight from where she fell silent to where she was heard again is near the line between the
        two far more often than anywhere she *could* have gone: her density there is above one over the area, and her posterior too low. And strangers have the lengths of the made fleet, of which
        more are about as long as the silent ones than in the fleet that the likelihood assumes (log-normal, median 100 m): what agrees in length says less than it is taken to say, and the posterior
        of a named ship is too high. Neither is corrected, because the real fleet of ships that never transmit and the share of direct ways are what nobody knows. With a tenth of the strangers the figure used to
        scatter by 0.08: too few had been drawn to say anything.

        ## Chance rate against how often other ships did fit

        Of other ships drawn at random, half of them from within a thousand miles: how often each was said to fit by chance, and how often she did.

        %s
        ## What it does not show

        Made ships sail straight between ports at even speeds and go dark by dice. Real ones wait, turn and choose their moment, and their
        sightings are not drawn at random. The figures say that the arithmetic is right, not that the world is like that.
        """
                .formatted(
                        summary,
                        amongSilent.table("said"),
                        sailed.candidates.table("said"),
                        share(sailed.strangers.meanPredicted()),
                        share(sailed.strangers.meanObserved()),
                        sailed.strangers.table("said"),
                        share(modelled.candidates.promised()),
                        share(sailed.candidates.promised()),
                        modelled.candidates.table("said"),
                        chance.table("said"));
    }
}
