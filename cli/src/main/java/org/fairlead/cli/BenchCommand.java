package org.fairlead.cli;

import org.fairlead.cli.api.PlatformApi;
import org.fairlead.cli.bench.UploadBench;
import org.fairlead.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "bench", description = "Measure, beside a baseline in the same run.")
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
}
