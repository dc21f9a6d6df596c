package org.fairlead.bench.verdict;

/// The page `docs/verdict-calibration.md`.
final class Report {

    private Report() {}

    static String of(
            String summary, Reliability amongSilent, Reliability withNever, Reliability chance) {
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
        as the stated prior has, anywhere at sea with equal right.

        %s
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
                        withNever.table("said"),
                        chance.table("said"));
    }
}
