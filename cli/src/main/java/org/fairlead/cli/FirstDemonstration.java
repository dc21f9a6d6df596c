package org.fairlead.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.fairlead.cli.demo.DemoCase;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.platform.Progress;

/// Loads the reference case once into a platform with the demonstration.
///
/// It is remembered only when it is whole, so the next `up` takes an interrupted loading up again.
final class FirstDemonstration {

    private static final String MARK = "demo-case";

    private FirstDemonstration() {}

    static void load(Site site, Progress progress) {
        var mark = site.state().file(MARK);
        if (!site.settings().demo() || Files.exists(mark)) {
            return;
        }
        progress.say("Loading the reference case");
        try {
            var number =
                    DemoCase.load(
                            site.publicUrl(),
                            site.issuer(),
                            site.secrets().of("client.integrator-demo"),
                            line -> progress.say("  " + line));
            Files.writeString(mark, number + "\n");
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.sentence()
                            + " The platform runs; ./fairlead up tries the loading again.",
                    refusal);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
