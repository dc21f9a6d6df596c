package org.fairlead.service.problem;

/// A kind of refusal. Each service has one enum of them; the codes are API.
public interface ProblemType {

    /// Lower-kebab, stable: the last part of the problem's `type`.
    String code();

    String title();

    int status();
}
