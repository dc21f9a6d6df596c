package org.fairlead.cases.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.fairlead.service.json.StrictJson;

/// People as the text of a column.
public final class People {

    private static final ObjectMapper JSON = StrictJson.mapper();
    private static final TypeReference<List<Person>> LIST = new TypeReference<>() {};

    private People() {}

    public static String write(List<Person> people) {
        try {
            return JSON.writeValueAsString(people);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static List<Person> read(String text) {
        try {
            return JSON.readValue(text, LIST);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
