package org.fairlead.cases.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private static List<String> warnings(String text, int cut) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var glance = new Glance();
        for (int at = 0; at < bytes.length; at += cut) {
            byte[] part = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + cut));
            glance.pass(part, part.length);
        }
        return glance.warnings();
    }

    @Test
    void findsAScriptHoweverTheFileIsCut() {
        String pdf = "%PDF-1.7\n" + "x".repeat(5_000) + "<< /S /JavaScript /JS (app.alert(1)) >>";

        for (int cut : new int[] {1, 7, 64, 1_000, 100_000}) {
            assertThat(warnings(pdf, cut)).as("in parts of %d", cut).containsExactly(Glance.SCRIPT);
        }
    }

    @Test
    void saysWhenItCannotSee() {
        assertThat(warnings("%PDF-1.7\n<< /Type /ObjStm >>", 10)).containsExactly(Glance.HIDDEN);
    }

    @Test
    void knowsWhatUnpacksAndWhatRuns() {
        assertThat(warnings("PK\003\004...", 3)).containsExactly(Glance.ARCHIVE);
        assertThat(warnings("\037\213...", 3)).containsExactly(Glance.ARCHIVE);
        assertThat(warnings("<!doctype html><html><script>", 9)).containsExactly(Glance.ACTIVE);
        assertThat(warnings("<svg onload='x'>", 9)).containsExactly(Glance.ACTIVE);
        assertThat(warnings("MZ...", 9)).containsExactly(Glance.PROGRAM);
    }

    @Test
    void hasNothingToSayOfOrdinaryFiles() {
        assertThat(warnings("%PDF-1.7\n<< /Type /Catalog >>", 10)).isEmpty();
        assertThat(warnings("a letter about /JavaScript", 10)).isEmpty();
        assertThat(warnings("", 10)).isEmpty();
    }
}
