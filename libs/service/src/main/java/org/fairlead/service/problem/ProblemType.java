package org.fairlead.service.problem;

import java.util.Locale;

/// A kind of refusal. Each service has one enum of them; the codes are API.
public interface ProblemType {

    /// The enum constant.
    String name();

    /// Lower-kebab, stable: the last part of the problem's `type`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title();

    int status();
}
