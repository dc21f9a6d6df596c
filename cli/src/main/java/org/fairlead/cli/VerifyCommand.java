package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.bag.Packing;
import org.fairlead.proof.dossier.DossierCheck;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.log.LogCheck;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.timestamp.TimestampAuthority;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Needs no platform and no network.
@Command(
        name = "verify",
        description = {
            "Check a dossier: its files, exhibits, audit, custody and signature.",
            "With --log: check an exported audit log, and hold it against checkpoints that were"
                    + " kept."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is as it says",
            "1:something is not, and is named",
            "2:a file or a key cannot be read"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;
    private static final String CHECKPOINT = "checkpoint-";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The dossier, as a ZIP or unpacked.")
    private @Nullable Path file;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description =
                    "An exported log: what GET /api/cases/v1/audit/log answers, from entry 0 on.")
    private @Nullable Path log;

    @Option(
            names = "--checkpoints",
            paramLabel = "PATH",
            description =
                    "A checkpoint that was kept, or a folder of them. May stand several times.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--key",
            description =
                    "The signer's public key, <name>+<hash>+<base64>, or a file that holds it."
                            + " Without it nothing is said of who signed.")
    private @Nullable String key;

    @Option(
            names = "--timestamp-certificate",
            paramLabel = "FILE",
            description = "Certificate of the time-stamp authority (PEM or DER).")
    private @Nullable Path timestampCertificate;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        if ((file == null) == (log == null)) {
            err.println("Cannot verify: name a dossier, or a log with --log.");
            return UNREADABLE;
        }
        try {
            NoteKey trusted = key == null ? null : NoteKey.parse(keyText(key));
            if (log != null) {
                return told(log, log(log, trusted));
            }
            return told(java.util.Objects.requireNonNull(file), dossier(file, trusted));
        } catch (IOException | IllegalArgumentException fault) {
            err.println("Cannot verify: " + fault.getMessage());
            return UNREADABLE;
        }
    }

    private int told(Path what, List<Finding> findings) {
        var out = spec.commandLine().getOut();
        int lies = 0;
        for (Finding finding : findings) {
            lies += finding.isGood() ? 0 : 1;
            out.println((finding.isGood() ? "ok    " : "LIES  ") + finding.what());
        }
        out.println(
                lies == 0
                        ? "Verified: " + what.getFileName()
                        : "NOT verified: %d of what %s says does not hold."
                                .formatted(lies, what.getFileName()));
        out.flush();
        return lies == 0 ? 0 : 1;
    }

    private static String keyText(String key) throws IOException {
        return key.contains("+") ? key : Files.readString(Path.of(key));
    }

    private List<Finding> log(Path log, @Nullable NoteKey trusted) throws IOException {
        var notes = new TreeMap<String, String>();
        for (Path path : checkpoints) {
            for (Path note : notesIn(path)) {
                notes.put(note.toString(), Files.readString(note));
            }
        }
        try (var lines = Files.lines(log)) {
            return LogCheck.of(lines.iterator(), notes, trusted);
        }
    }

    private static List<Path> notesIn(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.list(path)) {
            return files.filter(
                            file -> {
                                String name = file.getFileName().toString();
                                return name.startsWith(CHECKPOINT) && name.endsWith(".txt");
                            })
                    .toList();
        }
    }

    private List<Finding> dossier(Path file, @Nullable NoteKey trusted) throws IOException {
        TimestampAuthority authority =
                timestampCertificate == null
                        ? null
                        : TimestampAuthority.parse(Files.readAllBytes(timestampCertificate));
        if (Files.isDirectory(file)) {
            return DossierCheck.of(inBag(unpacked(file)), trusted, authority);
        }
        try (var zip = new ZipFile(file.toFile())) {
            var files = packed(zip);
            var findings = new ArrayList<>(DossierCheck.of(inBag(files), trusted, authority));
            Packing.firstDifference(Content.of(file), files)
                    .ifPresentOrElse(
                            at ->
                                    findings.add(
                                            Finding.bad(
                                                    "byte %d of the ZIP is not as the platform writes it"
                                                            .formatted(at))),
                            () -> findings.add(Finding.good("the ZIP is packed as it was")));
            return findings;
        } catch (ZipException fault) {
            throw new IOException(file + " is no ZIP: " + fault.getMessage(), fault);
        }
    }

    /// Read as it is needed: a ZIP that says it holds more than it does costs time and no memory.
    private static Map<String, Content> packed(ZipFile zip) {
        var files = new TreeMap<String, Content>();
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> files.put(entry.getName(), () -> zip.getInputStream(entry)));
        return files;
    }

    private static Map<String, Content> unpacked(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(
                                    file -> folder.relativize(file).toString().replace('\\', '/'),
                                    Content::of));
        }
    }

    /// Without the one folder around everything, where there is one.
    private static Map<String, Content> inBag(Map<String, Content> files) {
        var folders =
                files.keySet().stream()
                        .map(name -> name.substring(0, name.indexOf('/') + 1))
                        .collect(Collectors.toSet());
        if (folders.size() != 1 || folders.contains("")) {
            return files;
        }
        int length = folders.iterator().next().length();
        var inside = new TreeMap<String, Content>();
        files.forEach((name, content) -> inside.put(name.substring(length), content));
        return inside;
    }
}
