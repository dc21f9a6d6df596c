package org.fairlead.sanctions.list;

import java.util.List;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a person says of a file set aside.
record Verdict(boolean isAccept, String by, @Nullable String comment) {

    String slug() {
        return isAccept ? "accept" : "reject";
    }

    /// True when somebody else has proposed the same.
    boolean confirms(ListVersionView version) {
        var proposal = version.decision();
        return proposal != null
                && proposal.verdict().equals(slug())
                && !proposal.proposedBy().equals(by);
    }

    /// The version to decide on.
    ///
    /// @throws ProblemException `not-found`, `not-decidable` or `four-eyes`
    ListVersionView refuseUndecidable(List<ListVersionView> known, int number, boolean isReadable) {
        var version =
                known.stream()
                        .filter(each -> each.number() == number)
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
        if (!version.is(ListVersionView.QUARANTINED)) {
            throw undecidable("Version %d is %s already.".formatted(number, version.status()));
        }
        if (isAccept && !isReadable) {
            throw undecidable(
                    "Version %d cannot be read (%s), so it can only be rejected."
                            .formatted(number, version.reason()));
        }
        boolean isOvertaken =
                known.stream()
                        .anyMatch(each ->
                                each.number() > number && each.is(ListVersionView.ACCEPTED));
        if (isAccept && isOvertaken) {
            throw undecidable(
                    "A newer file than version %d has been accepted since; reject this one."
                            .formatted(number));
        }
        refuseSecondWord(version);
        return version;
    }

    private void refuseSecondWord(ListVersionView version) {
        var proposal = version.decision();
        if (proposal != null
                && proposal.verdict().equals(slug())
                && proposal.proposedBy().equals(by)) {
            throw new ProblemException(
                    SanctionsProblem.FOUR_EYES,
                    "You proposed to %s version %d yourself; another person has to confirm it."
                            .formatted(slug(), version.number()));
        }
    }

    private static ProblemException undecidable(String detail) {
        return new ProblemException(SanctionsProblem.NOT_DECIDABLE, detail);
    }

    static ListVersionView outcome(ListVersionView version, String status, Difference difference) {
        return new ListVersionView(
                version.list(),
                version.number(),
                status,
                version.sha256(),
                version.sizeBytes(),
                version.observedAt(),
                version.lastObservedAt(),
                version.publishedAt(),
                version.listings(),
                version.vessels(),
                difference.added().size(),
                difference.changed().size(),
                difference.removed().size(),
                version.reason(),
                version.format(),
                version.warnings(),
                version.decision());
    }
}
