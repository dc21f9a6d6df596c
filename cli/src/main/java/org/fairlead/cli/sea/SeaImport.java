package org.fairlead.cli.sea;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.fairlead.cli.Refusal;
import org.fairlead.seas.intake.EezFile;
import org.fairlead.seas.intake.Imported;
import org.fairlead.seas.intake.Intake;
import org.fairlead.seas.intake.UnLocode;
import org.fairlead.seas.intake.WorldPortIndex;

/// Takes one list in and says what became of its rows.
public final class SeaImport {

    private final Imported imported;
    private final PrintStream out;

    public SeaImport(Imported imported, PrintStream out) {
        this.imported = imported;
        this.out = out;
    }

    /// @return 0, or 1 where rows were set aside
    public int run(String list, Path file, boolean isDryRun) {
        try {
            return switch (list) {
                case "wpi" -> ports("wpi", file, wpi(file), isDryRun);
                case "unlocode" -> ports(named("unlocode", file), file, unlocode(file), isDryRun);
                case "eez" -> zones(file, isDryRun);
                default ->
                        throw new Refusal(
                                "'" + list + "' is no list; there are wpi, unlocode and eez.");
            };
        } catch (IOException fault) {
            throw new Refusal(
                    "%s was not taken in: %s.".formatted(file, fault.getMessage()), fault);
        }
    }

    private static Intake wpi(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return WorldPortIndex.read(text);
        }
    }

    private static Intake unlocode(Path file) throws IOException {
        Charset latin = StandardCharsets.ISO_8859_1;
        try (var text = Files.newBufferedReader(file, latin)) {
            return UnLocode.read(text);
        }
    }

    /// UN/LOCODE comes in several parts, each of which is kept beside the others.
    private static String named(String list, Path file) {
        String name =
                Objects.requireNonNull(file.getFileName())
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT);
        return list + "-" + name.replaceAll("\\.[^.]*$", "").replaceAll("[^a-z0-9]+", "-");
    }

    private int ports(String name, Path file, Intake intake, boolean isDryRun) throws IOException {
        if (!isDryRun) {
            imported.keepPorts(name, intake.ports());
        }
        out.printf(
                "%s: %d rows, %d ports, %d without port or position, %d set aside%s%n",
                file.getFileName(),
                intake.rows(),
                intake.ports().size(),
                intake.without(),
                intake.faults().size(),
                isDryRun ? " (dry run: nothing kept)" : "");
        return faults(intake.faults());
    }

    private int zones(Path file, boolean isDryRun) throws IOException {
        EezFile.Zones read;
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read = EezFile.read(text);
        }
        if (!isDryRun) {
            imported.keepZones(named("eez", file), file);
        }
        long overlapping =
                read.zones().stream().filter(zone -> zone.claimants().size() > 1).count();
        out.printf(
                "%s: %d features, %d zones (%d with overlapping claims), %d set aside%s%n",
                file.getFileName(),
                read.rows(),
                read.zones().size(),
                overlapping,
                read.faults().size(),
                isDryRun ? " (dry run: nothing kept)" : "");
        return faults(read.faults());
    }

    private int faults(List<Intake.Fault> faults) {
        faults.forEach(fault -> out.println("  " + fault));
        return faults.isEmpty() ? 0 : 1;
    }
}
