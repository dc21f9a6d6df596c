package org.fairlead.contracts.problem;

/// One fault in a request: a JSON pointer (`/from`, `/rows/3/latitudeDegrees`) or a parameter's
/// name, and what was expected there.
public record FieldError(String pointer, String detail) {}
