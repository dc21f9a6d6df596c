package org.fairlead.cli;

import java.nio.file.Path;
import java.util.List;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.cli.bench.TrackBench;
import org.fairlead.cli.bench.UploadBench;
import org.fairlead.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measure, beside a baseline in the same run.",
        subcommands = {BenchWorldCommand.class})
final class BenchCommand {

    @Command(
            name = "upload",
            description =
                    "Lines a second from a file to visible fixes, against the running platform.")
    int upload(
            @Mixin PlatformOptions options,
            @Option(
                            names = "--runs",
                            defaultValue = "5",
                            description = "Counted runs (default: 5).")
                    int runs,
            @Option(
                            names = "--ships",
                            defaultValue = "1000",
                            description = "Ships (default: 1000).")
                    int ships,
            @Option(
                            names = "--reports",
                            defaultValue = "200",
                            description = "Reports of each ship (default: 200).")
                    int reports) {
        var state = options.state();
        var settings =
                Settings.read(state)
                        .orElseThrow(
                                () -> new Refusal("Nothing runs yet; begin with ./fairlead up."));
        var site = PlatformOptions.site(state, settings);
        var api =
                new PlatformApi(
                        site.publicUrl(),
                        site.issuer(),
                        PlatformApi.machine(
                                "integrator-demo", site.secrets().of("client.integrator-demo")));
        new UploadBench(api, System.out).run(runs, ships, reports);
        return 0;
    }

    @Command(
            name = "tracks",
            description =
                    "Bytes a position at rest, of the tracks in files of sentences, beside a Gorilla"
                            + " baseline and the plain struct; and the time to read one year of one"
                            + " vessel.")
    int tracks(
            @Parameters(paramLabel = "FILE", arity = "0..*", description = "Logs, plain or .gz.")
                    List<Path> files,
            @Option(
                            names = "--fewest",
                            defaultValue = "32",
                            description =
                                    "Leave tracks with fewer positions out of the second row of"
                                            + " each file (default: 32).")
                    int fewest) {
        TrackBench.run(files == null ? List.of() : files, fewest, System.out);
        return 0;
    }
}
