package org.fairlead.imagery.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {

    @TempDir Path files;

    private Header read(byte[] content) throws IOException {
        Path file = Files.write(files.resolve("picture"), content);
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            return new HeaderReader(open).read();
        }
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpeg,JPEG", "tiff,TIFF"})
    void knowsKindAndSize(String format, PictureKind kind) throws IOException {
        assertThat(read(Pictures.of(format, 321, 123)))
                .isEqualTo(new Header.Picture(kind, 321, 123));
    }

    @Test
    void readsPastWhateverAJpegHasInFrontOfItsFrame() throws IOException {
        assertThat(read(Pictures.jpegWithScripts(640, 480)))
                .isEqualTo(new Header.Picture(PictureKind.JPEG, 640, 480));
    }

    /// Lossless, lossy and extended, as the format's own encoder writes them: 1 by 1 pixel.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
            })
    void knowsTheKindsOfWebp(String base64) throws IOException {
        assertThat(read(Base64.getDecoder().decode(base64)))
                .isEqualTo(new Header.Picture(PictureKind.WEBP, 1, 1));
    }

    @Test
    void knowsTheSizeOfADecompressionBombWithoutDecodingIt() throws IOException {
        assertThat(read(Pictures.pngAnnouncing(200_000, 200_000)))
                .isEqualTo(new Header.Picture(PictureKind.PNG, 200_000, 200_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<html><body onload=alert(1)>",
                "GIF89a and what follows",
                "%PDF-1.7 and what follows",
                "x"
            })
    void takesNothingElse(String content) throws IOException {
        assertThat(read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Header.Unknown.class);
    }

    @Test
    void answersToEveryCutAndEveryNoise() throws IOException {
        var random = new Random(3);
        for (String format : new String[] {"png", "jpeg", "tiff"}) {
            byte[] whole = Pictures.of(format, 16, 16);
            for (int round = 0; round < 300; round++) {
                byte[] bent = Arrays.copyOf(whole, random.nextInt(whole.length));
                for (int flip = 0; flip < 4 && bent.length > 8; flip++) {
                    bent[4 + random.nextInt(bent.length - 4)] = (byte) random.nextInt();
                }

                assertThat(read(bent)).isNotNull();
            }
        }
    }
}
