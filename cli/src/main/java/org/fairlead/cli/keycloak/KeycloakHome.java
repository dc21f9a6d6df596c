package org.fairlead.cli.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.part.Jvm;

/// The unpacked distribution, shared by every platform of this checkout, and one platform's view of
/// it.
///
/// Keycloak keeps its data below its home; a home of symbolic links lets each platform have its
/// own.
record KeycloakHome(Path distribution, Path home) {

    private static final List<String> SHARED =
            List.of("lib", "providers", "themes", "conf", "version.txt");
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true");
    private static final int HEAP_MEGABYTES = 512;

    void link() throws IOException {
        Files.createDirectories(imports());
        for (var name : SHARED) {
            var link = home.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(name));
        }
    }

    Path imports() {
        return home.resolve("data").resolve("import");
    }

    /// Keycloak's own build step, which fixes the database vendor; half a minute once per checkout.
    static void build(Path distribution, Path log) throws IOException, InterruptedException {
        var marker = distribution.resolve("built-by-fairlead");
        if (Files.exists(marker) && Files.readString(marker).equals(built(distribution))) {
            return;
        }
        var code =
                new ProcessBuilder(new KeycloakHome(distribution, distribution).command(BUILD))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new Refusal("Keycloak's build step failed; see " + log + ".");
        }
        Files.writeString(marker, built(distribution));
    }

    /// How it was built, and what came of it: a distribution unpacked once more has files that
    /// nobody has built, and the marker of those before.
    private static String built(Path distribution) throws IOException {
        var result =
                distribution.resolve("lib").resolve("quarkus").resolve("quarkus-application.dat");
        return String.join(" ", BUILD)
                + " "
                + (Files.exists(result) ? Files.getLastModifiedTime(result) : "nothing");
    }

    /// What `kc.sh` would run, without its shell between us and the process.
    List<String> command(List<String> arguments) {
        var command =
                new ArrayList<>(
                        Jvm.command(
                                HEAP_MEGABYTES,
                                List.of(
                                        "-XX:MaxMetaspaceSize=256m",
                                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Duser.language=en",
                                        "-Duser.country=US",
                                        "-Dkc.home.dir=" + home,
                                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                        "-Dpicocli.disable.closures=true",
                                        "-Dquarkus-log-max-startup-records=10000",
                                        "-cp",
                                        home.resolve("lib").resolve("quarkus-run.jar").toString(),
                                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint")));
        command.addAll(arguments);
        return command;
    }
}
