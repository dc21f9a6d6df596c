package org.fairlead.ais.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lines that could not be used: all counted by reason, the recent ones at hand.
final class Rejects {

    private final Map<String, Long> byReason = new HashMap<>();
    private List<RejectedLine> recent = new ArrayList<>();
    private java.util.function.LongFunction<@Nullable String> texts = line -> null;
    private java.util.function.LongFunction<String> fullTexts = line -> "";
    private long unusable;

    /// Where the text of a line is found, while it is still at hand.
    void texts(java.util.function.LongFunction<@Nullable String> source) {
        texts = source;
    }

    /// A line that its reader has counted as rejected already.
    void counted(long line, String reason, String detail, @Nullable String text) {
        byReason.merge(reason, 1L, Long::sum);
        recent.add(new RejectedLine(line, reason, detail, text));
    }

    /// A line that was read well and still cannot be used.
    void reject(long line, String reason, String detail) {
        unusable++;
        counted(line, reason, detail, texts.apply(line));
    }

    /// A line whose report is doubted; its count is kept elsewhere.
    void list(long line, String reason, String detail) {
        recent.add(new RejectedLine(line, reason, detail, texts.apply(line)));
    }

    /// Where the whole text of the present line is found.
    void fullTexts(java.util.function.LongFunction<String> source) {
        fullTexts = source;
    }

    String fullText(long line) {
        return fullTexts.apply(line);
    }

    @Nullable String textOf(long line) {
        return texts.apply(line);
    }

    long unusable() {
        return unusable;
    }

    int waiting() {
        return recent.size();
    }

    List<RejectedLine> take() {
        var taken = recent;
        recent = new ArrayList<>();
        return taken;
    }

    SortedMap<String, Long> byReason() {
        return new TreeMap<>(byReason);
    }
}
