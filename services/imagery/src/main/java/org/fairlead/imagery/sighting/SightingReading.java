package org.fairlead.imagery.sighting;

import java.util.List;
import org.fairlead.contracts.problem.FieldError;

/// What became of one [SightingInput].
public sealed interface SightingReading {

    record Valid(Seen seen) implements SightingReading {}

    record Faulty(List<FieldError> errors) implements SightingReading {

        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
