package org.fairlead.service.problem;

import java.util.List;
import org.fairlead.contracts.problem.FieldError;

/// A refusal on its way to the caller. `detail` tells a person what to do next.
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        // No stack trace: a refusal is an answer, not a fault of ours.
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public static ProblemException notFound() {
        // The same words whether it never existed or is not yours to see.
        return new ProblemException(
                ServiceProblem.NOT_FOUND, "There is nothing here under that id.");
    }

    public static ProblemException invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                ServiceProblem.INVALID,
                errors.size() == 1
                        ? errors.getFirst().pointer() + ": " + errors.getFirst().detail()
                        : "%d fields need a correction.".formatted(errors.size()),
                errors);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return java.util.Objects.requireNonNull(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }
}
