package org.fairlead.cli;

import java.nio.file.Path;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.platform.Platform;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.state.Secrets;
import org.fairlead.cli.state.Settings;
import org.fairlead.cli.state.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which platform a command is about.
final class PlatformOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Directory with everything this platform keeps (default: $FAIRLEAD_DATA, else"
                            + " $${XDG_STATE_HOME:-~/.local/state}/fairlead).")
    private @Nullable Path data;

    StateDirectory state() {
        return StateDirectory.choose(data, System.getenv());
    }

    static Site site(StateDirectory state, Settings settings) {
        return site(state, settings, false);
    }

    static Site site(StateDirectory state, Settings settings, boolean learns) {
        return new Site(Workspace.ofTheScript(), state, settings, new Secrets(state), learns);
    }

    private Site running() {
        var state = state();
        var settings =
                Settings.read(state)
                        .orElseThrow(
                                () -> new Refusal("Nothing runs yet; begin with ./fairlead up."));
        return site(state, settings);
    }

    /// The API of the running platform, as one of the demonstration's people.
    PlatformApi person(String username) {
        var site = running();
        return new PlatformApi(site.publicUrl(), site.issuer(), PlatformApi.person(username));
    }

    /// The API of the running platform, as the demonstration's integrator.
    PlatformApi integrator() {
        var site = running();
        return new PlatformApi(
                site.publicUrl(),
                site.issuer(),
                PlatformApi.machine(
                        "integrator-demo", site.secrets().of("client.integrator-demo")));
    }

    /// The platform as it was started, for commands that change nothing about it.
    Platform existing(Progress progress) {
        var state = state();
        var settings =
                Settings.read(state)
                        .orElseThrow(() ->
                                new Refusal(
                                        "No platform was ever started in "
                                                + state.root()
                                                + "; begin with ./fairlead up."));
        return new Platform(site(state, settings), progress);
    }
}
