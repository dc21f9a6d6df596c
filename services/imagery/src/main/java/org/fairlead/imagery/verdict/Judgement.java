package org.fairlead.imagery.verdict;

import org.fairlead.contracts.imagery.Verdict;

/// What a sighting says of a silence.
sealed interface Judgement {

    /// One sentence or a few, for a person.
    String explanation();

    /// @param method how distances were bounded
    record Reached(
            Verdict.Outcome outcome,
            Verdict.Margins margins,
            String explanation,
            String method,
            Verdict.Proof proof)
            implements Judgement {

        Reached with(Verdict.Proof drawn) {
            return new Reached(outcome, margins, explanation, method, drawn);
        }
    }

    /// No instant of the sighting lies in the silence: her reports tell where she was.
    record NotInSilence(String explanation) implements Judgement {}
}
