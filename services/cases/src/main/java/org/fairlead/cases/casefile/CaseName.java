package org.fairlead.cases.casefile;

import java.util.UUID;

/// Another case, as one that the caller sees too.
public record CaseName(UUID id, String number, String title) {}
