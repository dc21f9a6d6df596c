package org.fairlead.seas.intake;

/// A field that cannot be what it should be; caught row by row and never seen outside.
final class BadFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadFieldException(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    Intake.Fault atLine(int line) {
        return new Intake.Fault(line, field, String.valueOf(getMessage()));
    }
}
