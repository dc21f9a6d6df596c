package org.fairlead.ais.upload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The header `Upload-Metadata` of tus: names, each with a value in Base64, separated by commas.
final class UploadMetadata {

    private UploadMetadata() {}

    static Map<String, String> read(@Nullable String header) {
        var values = new HashMap<String, String>();
        if (header == null || header.isBlank()) {
            return values;
        }
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                byte[] value =
                        parts.length == 1
                                ? new byte[0]
                                : Base64.getDecoder().decode(parts[1].strip());
                values.put(parts[0], new String(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                throw ProblemException.invalid(
                        "Upload-Metadata", parts[0] + ": expected a value in Base64");
            }
        }
        return values;
    }
}
