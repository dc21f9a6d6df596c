package org.fairlead.cli.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.build.Versions;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.process.Launch;
import org.fairlead.cli.process.StopSignal;

/// PostgreSQL with one cluster, SCRAM passwords for everybody, TCP on the loopback address only.
public final class PostgresPart implements Part {

    public static final String NAME = "postgresql";
    private static final String FIRST_LINE_IS_PID = "postmaster.pid";

    private final Site site;
    private final PostgresBinaries binaries;
    private final PostgresServer server;

    public PostgresPart(Site site) {
        this.site = site;
        this.binaries =
                new PostgresBinaries(
                        site.workspace().runtime(), Versions.ofThisBuild().postgresql());
        this.server =
                new PostgresServer(
                        site.ports().postgresql(), site.secrets().of("postgresql.postgres"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().postgresql());
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        binaries.unpack();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        removeStaleLock();
    }

    @Override
    public Launch launch() {
        var command =
                RootlessCommand.of(
                        List.of(
                                binaries.program("postgres").toString(),
                                "-D",
                                data().toString(),
                                "-p",
                                Integer.toString(site.ports().postgresql()),
                                "-c",
                                "listen_addresses=" + Site.LOOPBACK,
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "max_connections=200",
                                "-c",
                                "shared_buffers=512MB",
                                "-c",
                                "jit=off",
                                "-c",
                                "max_wal_size=2GB",
                                "-c",
                                "timezone=UTC",
                                "-c",
                                "log_timezone=UTC"));
        return new Launch(command, Map.of("LC_ALL", "C"), site.state().root());
    }

    @Override
    public boolean isReady() {
        return server.accepts();
    }

    @Override
    public void complete() throws SQLException {
        new Databases(server, site.secrets()).create();
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    /// After a `kill -9` the last backends hold the shared memory for a moment, and the server will
    /// not start beside them.
    @Override
    public int attempts() {
        return 5;
    }

    private Path data() {
        return site.state().file(NAME);
    }

    private void initialise() throws IOException, InterruptedException {
        var draft = site.state().file(NAME + "-initialising");
        if (Files.exists(draft)) {
            PathUtils.deleteDirectory(draft);
        }
        var password =
                Files.createTempFile(
                        site.state().root(),
                        "initdb",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, server.password() + "\n");
            run(
                    RootlessCommand.of(
                            List.of(
                                    binaries.program("initdb").toString(),
                                    "-D",
                                    draft.toString(),
                                    "-U",
                                    PostgresServer.SUPERUSER,
                                    "-A",
                                    "scram-sha-256",
                                    "-E",
                                    "UTF8",
                                    "--locale=C",
                                    "--pwfile=" + password)));
        } finally {
            Files.delete(password);
        }
        Files.move(draft, data());
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            Files.writeString(site.state().log(NAME), said);
            throw new Refusal(
                    "PostgreSQL could not make its data directory; see "
                            + site.state().log(NAME)
                            + ".");
        }
    }

    /// A killed server leaves its process id behind; once another program has that id, PostgreSQL
    /// would refuse to start.
    private void removeStaleLock() throws IOException {
        var lock = data().resolve(FIRST_LINE_IS_PID);
        if (!Files.exists(lock)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        var isServer =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
        if (!isServer) {
            Files.delete(lock);
        }
    }
}
