package org.fairlead.cases.blob;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks at the bytes of a file as they go by, without opening it: which kind it says it is, and
/// words that ask for caution. What it does not find may still be there.
final class Glance {

    static final String ARCHIVE =
            "archive: not opened here; unpacked it may be far larger than it is";
    static final String SCRIPT = "PDF with a script or an action: open it where it can do no harm";
    static final String HIDDEN =
            "PDF with compressed objects: whether it has a script cannot be seen without opening"
                    + " it";
    static final String ACTIVE = "web page or drawing: may run scripts when opened in a browser";
    static final String PROGRAM = "program: do not run it";
    static final String MACROS = "office document of the old kind: may hold macros";

    private static final int HEAD_BYTES = 1024;
    private static final int OVERLAP = 16;
    private static final List<String> SCRIPTS =
            List.of("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile");

    private final byte[] head = new byte[HEAD_BYTES];
    private int headLength;
    private byte[] tail = {};
    private final Map<String, Boolean> seen = new HashMap<>();

    void pass(byte[] bytes, int length) {
        int taken = Math.min(length, HEAD_BYTES - headLength);
        System.arraycopy(bytes, 0, head, headLength, taken);
        headLength += taken;
        byte[] joined = Arrays.copyOf(tail, tail.length + length);
        System.arraycopy(bytes, 0, joined, tail.length, length);
        if (startsWith("%PDF")) {
            String text = new String(joined, StandardCharsets.ISO_8859_1);
            SCRIPTS.forEach(word -> seen.merge(word, text.contains(word), Boolean::logicalOr));
            seen.merge("/ObjStm", text.contains("/ObjStm"), Boolean::logicalOr);
        }
        tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - OVERLAP), joined.length);
    }

    private boolean startsWith(String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return headLength >= wanted.length
                && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }

    List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (startsWith("PK\003\004")
                || startsWith("PK\005\006")
                || startsWith("\037\213")
                || startsWith("7z\274\257")
                || startsWith("Rar!")
                || startsWith("BZh")
                || startsWith("\3757zXZ")
                || startsWith("(\265/\375")) {
            warnings.add(ARCHIVE);
        }
        if (SCRIPTS.stream().anyMatch(word -> seen.getOrDefault(word, false))) {
            warnings.add(SCRIPT);
        } else if (seen.getOrDefault("/ObjStm", false)) {
            warnings.add(HIDDEN);
        }
        String text =
                new String(head, 0, headLength, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        if (text.contains("<html") || text.contains("<script") || text.contains("<svg")) {
            warnings.add(ACTIVE);
        }
        if (startsWith("MZ") || startsWith("\177ELF") || startsWith("#!")) {
            warnings.add(PROGRAM);
        }
        if (startsWith("\320\317\021\340")) {
            warnings.add(MACROS);
        }
        return warnings;
    }
}
