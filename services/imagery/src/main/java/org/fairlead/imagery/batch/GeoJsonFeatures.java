package org.fairlead.imagery.batch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// Features of a GeoJSON FeatureCollection (RFC 7946), one in memory at a time.
final class GeoJsonFeatures implements AutoCloseable {

    /// One feature, or why there is none; nothing can be read beyond that.
    sealed interface Feature {

        record Whole(int number, JsonNode json) implements Feature {}

        record Cut(FileRow.Broken row) implements Feature {}
    }

    private final JsonParser parser;
    private int number;
    private boolean isInside;
    private boolean isBroken;

    GeoJsonFeatures(FileStart start, int longestValue) throws IOException {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(longestValue)
                                        .maxNestingDepth(50)
                                        .build())
                        .build();
        this.parser = factory.createParser(start.reader());
        this.parser.setCodec(new ObjectMapper());
        seekFeatures();
    }

    /// Members before `features` are skipped; so is everything after it, unread.
    private void seekFeatures() throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noCollection();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isFeatures = parser.currentName().equals("features");
                JsonToken value = parser.nextToken();
                if (isFeatures && value == JsonToken.START_ARRAY) {
                    return;
                }
                parser.skipChildren();
            }
        } catch (CharacterCodingException foreign) {
            throw FileStart.notUtf8(parser.currentLocation().getLineNr());
        } catch (JsonEOFException end) {
            throw new ProblemException(
                    ServiceProblem.MALFORMED, "The file ends before its features. Send it whole.");
        } catch (JacksonException syntax) {
            throw new ProblemException(
                    ServiceProblem.MALFORMED,
                    "Not valid JSON at line %d, column %d."
                            .formatted(
                                    syntax.getLocation().getLineNr(),
                                    syntax.getLocation().getColumnNr()));
        }
        throw noCollection();
    }

    private static ProblemException noCollection() {
        return ProblemException.invalid(
                "body", "expected a GeoJSON FeatureCollection with features");
    }

    Optional<Feature> next() throws IOException {
        if (isBroken) {
            return Optional.empty();
        }
        try {
            // Counted before it is looked for: looking can fail too, and then this one is meant.
            number++;
            isInside = false;
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            isInside = true;
            return Optional.of(new Feature.Whole(number, parser.readValueAsTree()));
        } catch (JacksonException syntax) {
            return Optional.of(cut(why(syntax)));
        } catch (CharacterCodingException foreign) {
            return Optional.of(
                    cut("line %d is not UTF-8".formatted(parser.currentLocation().getLineNr())));
        }
    }

    /// In words for whoever sent the file: the parser's own name its classes and settings.
    private String why(JacksonException fault) {
        return switch (fault) {
            case JsonEOFException end when isInside ->
                    "the file ends in the middle of feature " + number;
            case JsonEOFException end -> "the file ends before its list of features does";
            case StreamConstraintsException bounds ->
                    "a value is longer, or nested deeper, than is taken";
            default ->
                    "not valid JSON at line %d, column %d"
                            .formatted(
                                    fault.getLocation().getLineNr(),
                                    fault.getLocation().getColumnNr());
        };
    }

    private Feature cut(String why) {
        isBroken = true;
        return new Feature.Cut(
                new FileRow.Broken(
                        number, "", why + "; nothing beyond this feature was read", true));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
