package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fairlead.proof.dossier.DossierCheck;
import org.fairlead.proof.note.NoteKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Needs no platform and no network.
@Command(
        name = "verify",
        description = "Check an exported case: its files, frozen records, audit and signature.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is as it says",
            "1:something is not, and is named",
            "2:the file or the key cannot be read"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final long LARGEST = 4L << 30;
    private static final int UNREADABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The exported ZIP.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--key",
            description =
                    "The signer's public key, <name>+<hash>+<base64>, or a file that holds it."
                            + " Without it nothing is said of who signed.")
    private @Nullable String key;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        Map<String, byte[]> files;
        NoteKey trusted;
        try {
            trusted = key == null ? null : NoteKey.parse(keyText(key));
            files = read(file);
        } catch (IOException | IllegalArgumentException fault) {
            err.println("Cannot verify: " + fault.getMessage());
            return UNREADABLE;
        }
        int lies = 0;
        for (var finding : DossierCheck.of(files, trusted)) {
            lies += finding.isGood() ? 0 : 1;
            out.println((finding.isGood() ? "ok    " : "LIES  ") + finding.what());
        }
        out.println(
                lies == 0
                        ? "Verified: " + file.getFileName()
                        : "NOT verified: %d of what %s says does not hold."
                                .formatted(lies, file.getFileName()));
        out.flush();
        return lies == 0 ? 0 : 1;
    }

    private static String keyText(String key) throws IOException {
        return key.contains("+") ? key : Files.readString(Path.of(key));
    }

    /// A ZIP that says it holds more than anybody exports is not unpacked.
    private static Map<String, byte[]> read(Path file) throws IOException {
        var files = new TreeMap<String, byte[]>();
        long left = LARGEST;
        try (var zip = new ZipFile(file.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.isDirectory()) {
                    continue;
                }
                try (var in = zip.getInputStream(entry)) {
                    byte[] content = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                    left -= content.length;
                    if (left < 0) {
                        throw new IOException("it unpacks to more than 4 GiB");
                    }
                    files.put(entry.getName(), content);
                }
            }
        } catch (ZipException fault) {
            throw new IOException(file + " is no ZIP: " + fault.getMessage(), fault);
        }
        return files;
    }
}
