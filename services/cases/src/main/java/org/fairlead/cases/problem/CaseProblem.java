package org.fairlead.cases.problem;

import org.fairlead.service.problem.ProblemType;

/// Refusals of this service. The codes are API.
public enum CaseProblem implements ProblemType {
    CASE_CLOSED("The case is closed", 409),
    CASE_SUPERSEDED("The case was merged into another", 409),
    CASE_HELD("A legal hold keeps the case", 409),
    TRANSITION_NOT_ALLOWED("Not a step from here", 409),
    NAME_TAKEN("That name is taken", 409),
    TEMPLATE_RETIRED("The template is retired", 409),
    ALREADY_RELATED("The cases are related already", 409),
    LAST_LEAD("Nobody would lead the case", 409),
    ALREADY_EXCLUDED("That person is excluded already", 409),
    FINDING_INCOMPLETE("The finding is not complete", 409),
    FINDING_DECIDED("The finding does not change any more", 409),
    FINDING_UNREVIEWED("A finding waits for its second person", 409),
    SECOND_PERSON_NEEDED("A second person has to decide", 409),
    LEAD_DECIDED("The lead is decided already", 409),
    IDEMPOTENCY_KEY_REUSED("That key stands for another request", 422),
    SOURCE_UNAVAILABLE("The source does not answer", 503),
    SOURCE_UNUSABLE("The source has nothing to freeze there", 422),
    EVIDENCE_CORRUPT("An exhibit is not what was frozen", 409),
    LICENCE_FORBIDS("A licence forbids it", 409),
    HANDLING_FORBIDS("The handling code forbids it", 409),
    AUDIT_UNAVAILABLE("The audit cannot be written", 503);

    private final String title;
    private final int status;

    CaseProblem(String title, int status) {
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
