package org.fairlead.ais.track;

import org.fairlead.service.problem.ProblemType;

/// Refusals of the track store.
enum TrackProblem implements ProblemType {
    TRACK_DAMAGED("Part of the track is damaged", 500);

    private final String title;
    private final int status;

    TrackProblem(String title, int status) {
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
