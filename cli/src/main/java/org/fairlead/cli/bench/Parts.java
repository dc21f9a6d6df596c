package org.fairlead.cli.bench;

import org.fairlead.cli.Refusal;
import org.fairlead.cli.platform.PartStatus;
import org.fairlead.cli.platform.Platform;

/// Ends parts of the platform without a chance to tidy up.
final class Parts {

    private Parts() {}

    static void kill(Platform platform, String part) {
        var process =
                platform.status().stream()
                        .filter(status -> status.part().equals(part))
                        .findFirst()
                        .flatMap(PartStatus::pid)
                        .flatMap(ProcessHandle::of)
                        .orElseThrow(() -> new Refusal(part + " does not run."));
        if (!process.destroyForcibly()) {
            throw new Refusal(part + " could not be killed.");
        }
        var unused = process.onExit().join();
    }
}
