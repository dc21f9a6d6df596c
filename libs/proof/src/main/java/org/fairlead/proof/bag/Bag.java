package org.fairlead.proof.bag;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;

/// Puts files into a bag (RFC 8493): what it carries under `data/`, beside it what it says of
/// itself.
public final class Bag {

    public static final String PAYLOAD = "data/";
    public static final String DECLARATION = "bagit.txt";
    public static final String INFO = "bag-info.txt";
    public static final String MANIFEST = "manifest-sha256.txt";
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    /// Beside the manifests, not in them: it is about them.
    public static final String SIGNATURE = "signature.txt";

    /// An RFC 3161 time stamp of the signature.
    public static final String TIMESTAMP = "signature.txt.tsr";

    public static final String DECLARED =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private Bag() {}

    /// @param payload by their names below `data/`
    /// @param tags files that explain the bag, by their names
    /// @param info lines of `bag-info.txt`; the size of what is carried is added
    /// @param about first lines of the signed note
    public static SortedMap<String, Content> of(
            Map<String, Content> payload,
            Map<String, Content> tags,
            Map<String, String> info,
            String about,
            Optional<NoteSigner> signer)
            throws IOException {
        var files = new TreeMap<String, Content>();
        var manifest = new StringBuilder();
        long size = 0;
        for (var file : new TreeMap<>(payload).entrySet()) {
            Content.Digest digest = file.getValue().digest();
            size += digest.size();
            manifest.append(line(digest, PAYLOAD + file.getKey()));
            files.put(PAYLOAD + file.getKey(), file.getValue());
        }
        var described = new TreeMap<String, Content>(tags);
        described.put(DECLARATION, Content.of(DECLARED));
        described.put(INFO, Content.of(info(info, size, payload.size())));
        described.put(MANIFEST, Content.of(manifest.toString()));
        var tagManifest = new StringBuilder();
        for (var file : described.entrySet()) {
            tagManifest.append(line(file.getValue().digest(), file.getKey()));
        }
        files.putAll(described);
        files.put(TAG_MANIFEST, Content.of(tagManifest.toString()));
        if (signer.isPresent()) {
            files.put(SIGNATURE, Content.of(signature(files, about, signer.get())));
        }
        return files;
    }

    private static String line(Content.Digest digest, String name) {
        return digest.sha256() + "  " + name + "\n";
    }

    private static String info(Map<String, String> info, long size, int count) {
        var lines = new LinkedHashMap<String, String>(info);
        lines.put("Payload-Oxum", size + "." + count);
        var text = new StringBuilder();
        lines.forEach((label, value) ->
                text.append(label)
                        .append(": ")
                        .append(value.replaceAll("\\s+", " ").strip())
                        .append('\n'));
        return text.toString();
    }

    private static String signature(Map<String, Content> files, String about, NoteSigner signer)
            throws IOException {
        return SignedNote.sign(about + signed(files), signer).note();
    }

    /// What the signed note says of the two manifests.
    public static String signed(Map<String, Content> files) throws IOException {
        return "%s %s\n%s %s\n"
                .formatted(
                        MANIFEST,
                        digest(files, MANIFEST),
                        TAG_MANIFEST,
                        digest(files, TAG_MANIFEST));
    }

    private static String digest(Map<String, Content> files, String name) throws IOException {
        Content content = files.get(name);
        return content == null ? "missing" : content.digest().sha256();
    }
}
