package org.fairlead.cli;

import java.util.Objects;
import org.fairlead.cli.build.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;

/// The entry point behind the `fairlead` script.
@Command(
        name = "./fairlead",
        description = "Runs the Fairlead platform on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionText.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            TestCommand.class,
            VerifyCommand.class,
            DossierCommand.class,
            AuditCommand.class,
            DecodeCommand.class,
            BenchCommand.class,
            ListsCommand.class,
            SeaCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private static final int REFUSED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        offerHelp(line);
        // Coordinates may begin with a minus, which is no option.
        Objects.requireNonNull(line.getSubcommands().get("sea"))
                .getSubcommands()
                .values()
                .forEach(sea -> sea.setUnmatchedOptionsArePositionalParams(true));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof Refusal refusal) {
                        command.getErr().println(refusal.sentence());
                        return REFUSED;
                    }
                    throw failure;
                });
    }

    /// Of every command below, as people ask for it.
    private static void offerHelp(CommandLine line) {
        for (CommandLine below : line.getSubcommands().values()) {
            var command = below.getCommandSpec();
            if (command.findOption("--help") == null) {
                command.addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show what it does and its options.")
                                .build());
            }
            offerHelp(below);
        }
    }

    @Command(name = "version", description = "Show the version.")
    int version() {
        System.out.println(VersionText.of(Versions.ofThisBuild()));
        return 0;
    }

    static final class VersionText implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {of(Versions.ofThisBuild())};
        }

        static String of(Versions versions) {
            return "Fairlead %s (PostgreSQL %s, Kafka %s, Keycloak %s, Java %s)"
                    .formatted(
                            versions.fairlead(),
                            versions.postgresql(),
                            versions.kafka(),
                            versions.keycloak(),
                            Runtime.version().feature());
        }
    }
}
