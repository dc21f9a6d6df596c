package org.fairlead.cli;

import java.util.concurrent.Callable;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.state.LauncherLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stop everything; data stay.")
final class DownCommand implements Callable<Integer> {

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Override
    public Integer call() {
        var platform = options.existing(new Progress(System.out));
        try (var lock = LauncherLock.take(options.state())) {
            var wasRunning = platform.isAnythingRunning();
            platform.down();
            System.out.println(wasRunning ? "Fairlead is stopped." : "Fairlead was not running.");
            return 0;
        }
    }
}
