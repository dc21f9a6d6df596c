package org.fairlead.cases.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.fairlead.service.json.StrictJson;

/// Reasons as the text of a column.
final class Reasons {

    private static final ObjectMapper JSON = StrictJson.mapper();
    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};

    private Reasons() {}

    static String write(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    static List<Reason> read(String text) {
        try {
            return JSON.readValue(text, LIST);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
