package org.fairlead.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.state.LauncherLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Stop everything and delete all data, logs and secrets.")
final class ResetCommand implements Callable<Integer> {

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        var state = options.state();
        // Also proves that the directory is one of ours before anything is deleted.
        var platform = options.existing(new Progress(System.out));
        if (!yes && !confirmed("Delete everything in " + state.root() + "? Type yes: ")) {
            throw new Refusal("Nothing was deleted; answer yes, or run ./fairlead reset --yes.");
        }
        try (var lock = LauncherLock.take(state)) {
            platform.down();
            state.clear(LauncherLock.fileIn(state)::equals);
        }
        System.out.println("Everything in " + state.root() + " is deleted.");
        return 0;
    }

    private static boolean confirmed(String question) throws IOException {
        System.out.print(question);
        System.out.flush();
        var answer =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                        .readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
