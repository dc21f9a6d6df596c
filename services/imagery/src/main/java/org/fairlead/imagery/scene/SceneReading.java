package org.fairlead.imagery.scene;

import java.util.List;
import org.fairlead.contracts.problem.FieldError;

/// What became of one [SceneInput].
public sealed interface SceneReading {

    record Valid(Scene scene) implements SceneReading {}

    record Faulty(List<FieldError> errors) implements SceneReading {

        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
