package org.fairlead.cases.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.fairlead.proof.canonical.CanonicalJson;
import org.junit.jupiter.api.Test;

class ReproducibleZipTest {

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isSortedWhateverTheOrderItWasGiven() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("b", text("second"));
        files.put("a", text("first"));

        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ReproducibleZip.of(files)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(
                        entry.getName()
                                + "="
                                + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(names).isEqualTo(List.of("a=first", "b=second"));
    }

    /// The hash is pinned: another one means that everybody's archived exports would differ.
    @Test
    void hasTheSameBytesInEveryTimeZone() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a", text("first"));
        TimeZone usual = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"UTC", "Asia/Vladivostok", "America/Lima"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(CanonicalJson.sha256(ReproducibleZip.of(files)))
                        .isEqualTo(
                                "0ef5ae38f3383f38061274b1b59f6150db903ab03e1fd3bb6b7082eb9aa2196e");
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }
}
