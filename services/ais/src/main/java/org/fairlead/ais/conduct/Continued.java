package org.fairlead.ais.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.Activity;

/// What began on a day that is forgotten and goes on is found again with a later beginning: it
/// stays what it was told as.
final class Continued {

    private Continued() {}

    static List<Finding> of(List<Finding> holding, Book book, Instant settled) {
        if (settled.equals(Instant.MIN)) {
            return holding;
        }
        var open =
                book.holding().stream()
                        .filter(one -> one.state() == Activity.State.OPEN)
                        .filter(one -> one.from().isBefore(settled))
                        .toList();
        return holding.stream().map(one -> continued(one, open, settled)).toList();
    }

    private static Finding continued(Finding finding, List<Activity> open, Instant settled) {
        if (finding.from().isAfter(settled.plus(Duration.ofDays(1)))) {
            return finding;
        }
        return open.stream()
                .filter(one -> one.details().kindName().equals(finding.details().kindName()))
                .findFirst()
                .map(one -> as(finding, one))
                .orElse(finding);
    }

    private static Finding as(Finding finding, Activity told) {
        return new Finding(
                told.id(),
                finding.vessel(),
                finding.others(),
                told.from(),
                finding.to(),
                told.start(),
                finding.end(),
                finding.isOpen(),
                finding.details(),
                finding.substance(),
                finding.reason(),
                finding.synthetic(),
                finding.sources(),
                finding.parameters(),
                finding.fixes());
    }
}
