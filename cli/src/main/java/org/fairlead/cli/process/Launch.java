package org.fairlead.cli.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What to run: the command with its directory and the variables added to the launcher's own
/// environment.
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
