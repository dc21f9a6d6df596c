package org.fairlead.cli.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.fairlead.cli.Refusal;

/// The server's programs, unpacked once from the archive Maven fetched.
record PostgresBinaries(Path runtime, String version) {

    private static final int EXECUTABLE = 0100;

    Path program(String name) {
        return home().resolve("bin").resolve(name);
    }

    private Path home() {
        return runtime.resolve("postgresql-" + version);
    }

    void unpack() throws IOException {
        if (Files.isDirectory(home())) {
            return;
        }
        var draft = Files.createTempDirectory(runtime, "postgresql-unpacking-");
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(Files.newInputStream(archive()))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
        }
        // Only a complete directory gets the name that the next start trusts.
        Files.move(draft, home(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path into)
            throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("entry leaves the directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(target, executable());
        }
    }

    private static Set<PosixFilePermission> executable() {
        return EnumSet.complementOf(
                EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
    }

    private Path archive() {
        try (var files = Files.list(runtime.resolve("postgresql-archive"))) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() ->
                            new Refusal(
                                    "PostgreSQL's archive is missing; remove cli/target and run ./fairlead up again."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
