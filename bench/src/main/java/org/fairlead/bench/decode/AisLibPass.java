package org.fairlead.bench.decode;

import dk.dma.ais.binary.SixbitException;
import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessageException;
import dk.dma.ais.sentence.SentenceException;
import dk.dma.ais.sentence.Vdm;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The same log through AisLib 2.8.5 of the Danish Maritime Authority, as its users do: lines from
/// a stream, sentences to `Vdm`, messages to their classes.
final class AisLibPass {

    private long decoded;
    private Vdm vdm = new Vdm();

    private AisLibPass() {}

    /// How many messages it decoded.
    static long over(byte[] log, int length) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ByteArrayInputStream(log, 0, length),
                                StandardCharsets.US_ASCII))) {
            var decoder = new AisLibPass();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                decoder.take(line);
            }
            return decoder.decoded;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The same without what it takes to make lines of bytes.
    static long over(List<String> lines) {
        var decoder = new AisLibPass();
        lines.forEach(decoder::take);
        return decoder.decoded;
    }

    private void take(String line) {
        try {
            if (vdm.parse(line) != 0) {
                return; // the next part goes on
            }
            decoded += AisMessage.getInstance(vdm) == null ? 0 : 1;
        } catch (SentenceException | AisMessageException | SixbitException refused) {
            // Counted by what is missing in the sum.
        }
        vdm = new Vdm();
    }
}
