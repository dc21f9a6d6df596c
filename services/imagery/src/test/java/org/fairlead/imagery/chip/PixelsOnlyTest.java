package org.fairlead.imagery.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PixelsOnlyTest {

    private static byte[] copy(PictureKind kind, byte[] picture) throws IOException {
        var out = new ByteArrayOutputStream();
        PixelsOnly.copy(kind, new ByteArrayInputStream(picture), out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aJpegKeepsItsPixelsAndLosesItsScripts() throws IOException {
        byte[] hostile = Pictures.jpegWithScripts(37, 21);

        byte[] shown = copy(PictureKind.JPEG, hostile);

        assertThat(text(hostile)).contains(Pictures.SCRIPT);
        assertThat(text(shown)).doesNotContain("script").doesNotContain("Exif");
        assertThat(pixels(shown)).isEqualTo(pixels(hostile));
    }

    @Test
    void aPngKeepsItsPixelsAndLosesItsScripts() throws IOException {
        byte[] hostile = Pictures.pngWithScripts(37, 21);

        byte[] shown = copy(PictureKind.PNG, hostile);

        assertThat(text(hostile)).contains(Pictures.SCRIPT);
        assertThat(text(shown)).doesNotContain("script").doesNotContain("tEXt");
        assertThat(pixels(shown)).isEqualTo(pixels(hostile));
    }

    @Test
    void aWebpLosesItsMetadataAndSaysSoInItsFlags() throws IOException {
        byte[] shown = copy(PictureKind.WEBP, webp());

        assertThat(text(shown)).doesNotContain("script").doesNotContain("EXIF").contains("VP8L");
        assertThat(ByteBuffer.wrap(shown).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(shown.length - 8);
        assertThat(shown[20]).isEqualTo((byte) 0x10);
    }

    /// VP8X with alpha, EXIF and XMP flags; one frame of no meaning; EXIF with a script.
    private static byte[] webp() {
        byte[] script = Pictures.SCRIPT.getBytes(StandardCharsets.ISO_8859_1);
        var out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF....WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10);
        out.put((byte) 0x1C).put(new byte[9]);
        out.put("VP8L".getBytes(StandardCharsets.ISO_8859_1)).putInt(5).put(new byte[6]);
        out.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(script.length).put(script);
        if (script.length % 2 == 1) {
            out.put((byte) 0);
        }
        out.putInt(4, out.position() - 8);
        return Arrays.copyOf(out.array(), out.position());
    }

    @Test
    void aPictureThatIsCutOffFailsAndNeverHangs() {
        for (var kind : new PictureKind[] {PictureKind.JPEG, PictureKind.PNG}) {
            byte[] whole =
                    kind == PictureKind.JPEG
                            ? Pictures.jpegWithScripts(20, 20)
                            : Pictures.pngWithScripts(20, 20);
            int end = text(whole).lastIndexOf(Pictures.SCRIPT) - 1;
            for (int length = 0; length < end; length++) {
                byte[] cut = Arrays.copyOf(whole, length);

                assertThatThrownBy(() -> copy(kind, cut)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void noNoiseBehindASignatureEndsInAnythingButAnAnswer() {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[8 + random.nextInt(200)];
            random.nextBytes(noise);
            var kind = PictureKind.values()[round % 3];
            try {
                var copied = copy(kind, noise);
                assertThat(copied.length).isLessThanOrEqualTo(noise.length + 12);
            } catch (IOException refused) {
                // the other answer
            }
        }
    }
}
