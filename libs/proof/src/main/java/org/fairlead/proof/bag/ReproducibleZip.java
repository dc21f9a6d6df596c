package org.fairlead.proof.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP whose bytes depend on nothing but names and contents: sorted, one fixed time, and stored,
/// because two builds of zlib may compress differently.
public final class ReproducibleZip {

    /// Not the first time a ZIP can hold: Java takes that one for "earlier still" and adds a second
    /// time, in the zone of the machine.
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ReproducibleZip() {}

    public static void write(Map<String, Content> files, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var file : new TreeMap<>(files).entrySet()) {
            zip.putNextEntry(entry(file.getKey(), file.getValue()));
            try (var in = file.getValue().open()) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static ZipEntry entry(String name, Content content) throws IOException {
        var checksum = new CRC32();
        long size;
        try (var in = new CheckedInputStream(content.open(), checksum)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(FIXED_TIME);
        return entry;
    }
}
