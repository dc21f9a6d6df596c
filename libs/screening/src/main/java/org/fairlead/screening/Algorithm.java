package org.fairlead.screening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.fairlead.screening.name.NameReader;
import org.fairlead.screening.score.NameModel;

/// What made a score: named in every answer and kept with every stored screening.
public final class Algorithm {

    /// Raised with every change that can change a score.
    public static final String VERSION = "fairlead-screening-3." + NameReader.VERSION;

    private Algorithm() {}

    /// SHA-256 of every constant of both stages, its first 16 hexadecimal digits.
    public static String configHash() {
        String constants =
                described(NameModel.vessel())
                        + described(NameModel.party())
                        + EvidenceModel.standard();
        return sha256(constants).substring(0, 16);
    }

    private static String described(NameModel model) {
        return model.toString().replace(model.weights().toString(), "")
                + new TreeMap<>(model.weights());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
