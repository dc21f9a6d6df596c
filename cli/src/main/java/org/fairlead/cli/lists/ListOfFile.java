package org.fairlead.cli.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.fairlead.cli.Refusal;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.lists.file.Recognition;
import org.fairlead.lists.file.Unpacking;

/// Which list a file is of, by its content; by its name only where OFAC gives its two lists the
/// same content.
final class ListOfFile {

    private ListOfFile() {}

    static String of(Path file, byte[] bytes, long largest) {
        var unpacked = new ByteArrayOutputStream();
        try {
            Unpacking.unpack(new ByteArrayInputStream(bytes), unpacked, largest);
        } catch (UnreadableFile fault) {
            throw new Refusal(
                    "%s: %s; name its list with --list to have it set aside."
                            .formatted(file, fault.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] content = unpacked.toByteArray();
        var format =
                Recognition.of(
                        Arrays.copyOf(content, Math.min(content.length, Recognition.HEAD_BYTES)));
        return format.map(known -> list(known, file))
                .orElseThrow(() ->
                        new Refusal(
                                file
                                        + " is not in a format that is known; name its list with --list to see why."));
    }

    private static String list(FileFormat format, Path file) {
        return switch (format) {
            case OFAC_CSV, OFAC_CSV_SET, OFAC_XML, OFAC_ADVANCED_XML, OFAC_ENHANCED_XML ->
                    ofac(file);
            case UN_XML -> "un-sc";
            case EU_XML, EU_CSV -> "eu-fsf";
            case UK_XML, UK_CSV, UK_ODS -> "uk-sl";
            case OFSI_CSV -> "uk-ofsi";
            case SEMA_XML -> "ca-sema";
            case FTM_JSON, FTM_DELTA -> "opensanctions";
            case VESSEL_CSV ->
                    throw new Refusal(
                            "%s is a table of ships: say of which list, --list un-1718 or --list eu-833-annex-xlii."
                                    .formatted(file));
        };
    }

    private static String ofac(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith("cons")) {
            return "ofac-cons";
        }
        if (name.startsWith("sdn")) {
            return "ofac-sdn";
        }
        throw new Refusal(
                "%s is one of OFAC's lists: say which, --list ofac-sdn or --list ofac-cons."
                        .formatted(file));
    }
}
