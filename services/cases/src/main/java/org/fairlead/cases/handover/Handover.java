package org.fairlead.cases.handover;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.request.Person;

/// A case given to a new lead by an administrator of the platform, as it was asked for.
record Handover(UUID id, String number, Person to, String reason, String by, Instant at) {}
