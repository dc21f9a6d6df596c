package org.fairlead.service.problem;

/// Refusals that every service knows.
public enum ServiceProblem implements ProblemType {
    MALFORMED("The request cannot be read", 400),
    INVALID("The request has faults", 422),
    UNAUTHENTICATED("Login needed", 401),
    FORBIDDEN("Not allowed", 403),
    TEAM_NEEDED("Which team?", 400),
    NOT_FOUND("Not found", 404),
    METHOD_NOT_ALLOWED("Method not allowed", 405),
    NOT_ACCEPTABLE("Nothing in that format", 406),
    CONFLICT("Conflict", 409),
    TOO_LARGE("Too large", 413),
    UNSUPPORTED_MEDIA_TYPE("Content type not supported", 415),
    PRECONDITION_FAILED("Changed meanwhile", 412),
    PRECONDITION_REQUIRED("Version needed", 428),
    DIGEST_MISMATCH("The content is not what was announced", 400),
    UNAVAILABLE("Not available now", 503),
    INTERNAL("Something went wrong here", 500);

    private final String title;
    private final int status;

    ServiceProblem(String title, int status) {
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
