package org.fairlead.lists.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.ofac.OfacCsvSet;

/// Takes the wrapping off: gzip, or a zip archive of one file, gives the file; a zip archive of
/// OFAC's legacy tables gives one archive in a fixed layout (sorted, stored, without times), so
/// that the same tables are the same bytes whoever packed them. A spreadsheet stays what it is.
public final class Unpacking {

    private static final int MOST_FILES = 16;
    private static final long DAYS_APART_MILLIS = 36L * 3600 * 1000;

    private Unpacking() {}

    /// @param maxBytes of the unpacked file; a small archive may unpack to a very large one
    /// @throws UnreadableFile when it is damaged, too large, or holds files that do not belong
    ///   together
    public static void unpack(InputStream upload, OutputStream file, long maxBytes)
            throws IOException, UnreadableFile {
        var in = new BufferedInputStream(upload, 65_536);
        byte[] head = head(in);
        try {
            if (head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
                copy(new GZIPInputStream(in, 65_536), file, maxBytes);
            } else if (isArchive(head)) {
                archive(in, file, maxBytes);
            } else {
                copy(in, file, maxBytes);
            }
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableFile("the archive is damaged or cut short");
        }
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(512);
        byte[] head = in.readNBytes(256);
        in.reset();
        return head;
    }

    private static boolean isArchive(byte[] head) {
        return Recognition.of(head).filter(format -> format == FileFormat.OFAC_CSV_SET).isPresent();
    }

    private static void copy(InputStream in, OutputStream out, long maxBytes)
            throws IOException, UnreadableFile {
        var buffer = new byte[65_536];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > maxBytes) {
                throw tooLarge(maxBytes);
            }
            out.write(buffer, 0, read);
        }
    }

    private static UnreadableFile tooLarge(long maxBytes) {
        return new UnreadableFile("unpacked more than %d bytes".formatted(maxBytes));
    }

    private static void archive(InputStream in, OutputStream out, long maxBytes)
            throws IOException, UnreadableFile {
        var files = new TreeMap<String, byte[]>();
        long size = 0;
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        try (var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name =
                        entry.getName().replaceFirst(".*[/\\\\]", "").toLowerCase(Locale.ROOT);
                if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")) {
                    continue;
                }
                byte[] bytes =
                        zip.readNBytes((int) Math.min(maxBytes - size + 1, Integer.MAX_VALUE - 8));
                size += bytes.length;
                if (size > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                if (files.put(name, bytes) != null || files.size() > MOST_FILES) {
                    throw new UnreadableFile(
                            "%s is there twice, or the archive holds more than %d files"
                                    .formatted(name, MOST_FILES));
                }
                if (entry.getTime() > 0) {
                    earliest = Math.min(earliest, entry.getTime());
                    latest = Math.max(latest, entry.getTime());
                }
            }
        }
        if (files.size() > 1 && latest - earliest > DAYS_APART_MILLIS) {
            throw new UnreadableFile(
                    "the archive's files are of %s to %s: tables of different days are never joined"
                            .formatted(
                                    Instant.ofEpochMilli(earliest), Instant.ofEpochMilli(latest)));
        }
        write(files, out);
    }

    private static void write(SortedMap<String, byte[]> files, OutputStream out)
            throws IOException, UnreadableFile {
        if (files.isEmpty()) {
            throw new UnreadableFile("the archive is empty");
        }
        String foreign =
                files.keySet().stream()
                        .filter(name -> !OfacCsvSet.isTable(name))
                        .findFirst()
                        .orElse(null);
        if (files.size() == 1) {
            out.write(files.get(files.firstKey()));
        } else if (foreign != null) {
            throw new UnreadableFile(
                    "%s: an archive holds one file, or OFAC's tables of one day"
                            .formatted(foreign));
        } else {
            pack(files, out);
        }
    }

    /// Several tables as one archive in the fixed layout.
    public static void pack(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var file : files.entrySet()) {
            var crc = new CRC32();
            crc.update(file.getValue());
            var entry = new ZipEntry(file.getKey());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(file.getValue().length);
            entry.setCrc(crc.getValue());
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
