package org.fairlead.nmea;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Whether `Long.compress` is one quick instruction (`pext`) on this processor.
///
/// With it an armoured payload costs a tenth less than without. It takes three cycles on Intel's
/// since Haswell and on AMD's since Zen 3 (family 25); on AMD's before that it is microcode of some
/// 250, and elsewhere Java does it in a loop: there the nine steps of [EightBytes#compressed] are
/// far quicker. Linux says what the processor is; where nothing says so it is taken for slow.
final class BitCompression {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Pattern FAMILY = Pattern.compile("(?m)^cpu family\\s*:\\s*(\\d+)$");
    private static final Pattern BMI2 = Pattern.compile("(?m)^flags\\s*:.*\\bbmi2\\b");
    private static final int ZEN_3 = 25;

    static final boolean IS_QUICK = isQuick(System.getProperty("os.arch", ""), description());

    private BitCompression() {}

    /// @param architecture as in `os.arch`
    /// @param description as in `/proc/cpuinfo`
    static boolean isQuick(String architecture, String description) {
        if (!architecture.equals("amd64") || !BMI2.matcher(description).find()) {
            return false;
        }
        if (!description.contains("AuthenticAMD")) {
            return description.contains("GenuineIntel");
        }
        var family = FAMILY.matcher(description);
        return family.find() && Integer.parseInt(family.group(1)) >= ZEN_3;
    }

    private static String description() {
        try {
            return Files.readString(PROCESSOR, StandardCharsets.ISO_8859_1);
        } catch (IOException | SecurityException unreadable) {
            return "";
        }
    }
}
