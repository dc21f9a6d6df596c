package org.fairlead.gateway.problem;

import org.fairlead.service.problem.ProblemType;

/// Refusals that only the gateway makes.
public enum GatewayProblem implements ProblemType {
    /// Not in any RFC: what tells a page that its session ended, apart from never having had one.
    SESSION_ENDED("The session has ended", 499),
    CSRF("Not from this application", 403),
    RATE_LIMITED("Too many requests", 429),
    PART_UNAVAILABLE("A part of the platform is away", 503),
    PART_FAILED("A part of the platform broke off", 502),
    IDENTITY_PROVIDER_UNAVAILABLE("The identity provider is away", 503);

    private final String title;
    private final int status;

    GatewayProblem(String title, int status) {
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
