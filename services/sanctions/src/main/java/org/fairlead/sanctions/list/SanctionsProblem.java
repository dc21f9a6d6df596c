package org.fairlead.sanctions.list;

import org.fairlead.service.problem.ProblemType;

/// Refusals of this service.
enum SanctionsProblem implements ProblemType {
    BACKFILL_ORDER("Older than what is already known", 409),
    FOUR_EYES("A second person is needed", 409),
    NOT_DECIDABLE("There is nothing to decide", 409),
    UNREADABLE_HISTORY("An earlier version cannot be read any more", 409);

    private final String title;
    private final int status;

    SanctionsProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
