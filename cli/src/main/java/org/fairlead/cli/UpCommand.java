package org.fairlead.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.fairlead.cli.platform.Platform;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.state.LauncherLock;
import org.fairlead.cli.state.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Build what is not built and start what does not run.")
final class UpCommand implements Callable<Integer> {

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "First of ten ports on loopback (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--no-demo", description = "Without demonstration people, integrator and case.")
    private boolean noDemo;

    @Option(
            names = "--learn",
            description = "Learn from this run to start faster later; slower start and end, once.")
    private boolean learns;

    @Override
    public Integer call() {
        var from = Instant.now();
        var state = options.state();
        var settings = Settings.reconcile(Settings.read(state), port, noDemo);
        state.create();
        try (var lock = LauncherLock.take(state)) {
            var site = PlatformOptions.site(state, settings, learns);
            var progress = new Progress(System.out);
            var platform = new Platform(site, progress);
            var missing = platform.startable();
            if (!missing.isEmpty()) {
                // Only now: a refused first start must not bind the directory to its port.
                settings.write(state);
                platform.start(missing);
            }
            var wasMended = platform.mend();
            System.out.println(
                    missing.isEmpty() && !wasMended
                            ? "Fairlead is running already."
                            : "Ready after %d s."
                                    .formatted(Duration.between(from, Instant.now()).toSeconds()));
            FirstDemonstration.load(site, progress);
            System.out.println(Welcome.text(site));
            return 0;
        }
    }
}
