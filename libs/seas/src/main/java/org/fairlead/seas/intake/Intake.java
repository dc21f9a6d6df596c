package org.fairlead.seas.intake;

import java.util.List;
import org.fairlead.seas.port.Port;

/// What was read of one file.
///
/// @param rows how many rows it has, without its head
/// @param without rows that are no port or have no position, which is no fault of theirs
/// @param faults rows set aside
public record Intake(int rows, List<Port> ports, int without, List<Fault> faults) {

    public Intake {
        ports = List.copyOf(ports);
        faults = List.copyOf(faults);
    }

    /// @param line counted from 1, the head included
    /// @param field as its list names it
    public record Fault(int line, String field, String reason) {

        @Override
        public String toString() {
            return "line %d, %s: %s".formatted(line, field, reason);
        }
    }
}
