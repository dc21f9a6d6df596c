package org.fairlead.lists.opensanctions;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// OpenSanctions' `entities.ftm.json`: one FollowTheMoney entity a line. Entities that are targets
/// are entries; those that connect them (ownerships, sanctions) give owners, programmes and dates.
///
/// `first_seen`, `last_seen` and `last_change` are the collector's, not the publisher's, and are
/// left out: the last two change every day.
public final class FtmJson implements ListFormat {

    private static final int LONGEST_LINE = 16_777_216;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Reading read(InputStream file) throws IOException {
        var entities = new FtmEntities();
        try {
            eachLine(file, (entity, line) -> entities.add(entity, line));
            return entities.read();
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    /// Takes a line's JSON.
    @FunctionalInterface
    interface LineTaker {
        void take(JsonNode json, int line) throws UnreadableFile;
    }

    static void eachLine(InputStream file, LineTaker taker) throws IOException, UnreadableFile {
        var reader =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 65_536);
        int number = 0;
        for (String line = bounded(reader); line != null; line = bounded(reader)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                taker.take(JSON.readTree(line), number);
            } catch (JacksonException e) {
                throw new UnreadableFile("line %d: not whole JSON".formatted(number));
            }
        }
    }

    private static @Nullable String bounded(BufferedReader reader)
            throws IOException, UnreadableFile {
        var line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new UnreadableFile("a line longer than " + LONGEST_LINE + " characters");
            }
            line.append((char) next);
            next = reader.read();
        }
        return line.toString();
    }
}
