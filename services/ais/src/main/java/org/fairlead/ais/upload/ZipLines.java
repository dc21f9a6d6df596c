package org.fairlead.ais.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The lines of all files in a zip, one file after the other, a line break between them.
final class ZipLines extends InputStream {

    private final ZipInputStream zip;
    private boolean isInFile;

    ZipLines(InputStream in) {
        zip = new ZipInputStream(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (!isInFile) {
                ZipEntry next = zip.getNextEntry();
                if (next == null) {
                    return -1;
                }
                isInFile = !next.isDirectory();
                continue;
            }
            int read = zip.read(bytes, from, length);
            if (read >= 0) {
                return read;
            }
            isInFile = false;
            bytes[from] = '\n';
            return 1;
        }
    }
}
