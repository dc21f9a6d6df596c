package org.fairlead.cli;

import java.nio.file.Path;
import java.util.List;
import org.fairlead.cli.lists.ListImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lists",
        description = "Sanctions lists of the running platform.",
        synopsisSubcommandLabel = "COMMAND")
final class ListsCommand {

    private static final int SET_ASIDE = 1;

    @Command(
            name = "import",
            description = {
                "Takes publishers' files in: plain, .gz or .zip. The list is known by a file's content;"
                        + " OFAC's tables of one day (sdn.csv, alt.csv, add.csv, sdn_comments.csv) are"
                        + " one version together.",
                "Ends with 1 when a file was set aside."
            })
    int importFiles(
            @Mixin PlatformOptions options,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, oldest first.")
                    List<Path> files,
            @Option(
                            names = "--list",
                            paramLabel = "ID",
                            description =
                                    "The list they are of; needed where the content does not tell, as"
                                            + " between OFAC's two lists.")
                    @Nullable String list,
            @Option(
                            names = "--published-at",
                            paramLabel = "DATE",
                            description =
                                    "When it was published, for files that do not say; also when it"
                                            + " was observed, unless that is given.")
                    @Nullable String publishedAt,
            @Option(
                            names = "--observed-at",
                            paramLabel = "TIME",
                            description =
                                    "When it was seen to be the publisher's (default: from a name such"
                                            + " as sdn_2022-05-06T1317.csv, else now).")
                    @Nullable String observedAt,
            @Option(names = "--dry-run", description = "Say what would happen; change nothing.")
                    boolean dryRun) {
        var imports =
                new ListImport(
                        options.integrator(), System.out, list, publishedAt, observedAt, dryRun);
        return imports.run(files) ? 0 : SET_ASIDE;
    }
}
