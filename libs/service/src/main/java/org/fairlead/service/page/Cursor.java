package org.fairlead.service.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The place in a list where a page ends: the sort key and id of its last row, opaque to the
/// caller.
public record Cursor(String sortKey, String id) {

    private static final String SEPARATOR = "\u001f";

    /// @throws ProblemException when the text is not one of ours
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int at = plain.indexOf(SEPARATOR);
            if (at >= 0) {
                return new Cursor(plain.substring(0, at), plain.substring(at + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal below
        }
        throw ProblemException.invalid(
                "cursor", "take it unchanged from nextCursor of the page before");
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sortKey + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }

    /// Checks `limit`, absent meaning the default.
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return Page.DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw ProblemException.invalid(
                    "limit", "expected 1 to " + Page.MAXIMUM_LIMIT + ", was " + limit);
        }
        return limit;
    }

    /// A page of rows read with `limit + 1`: the extra one only tells that there is more.
    public static <T> Page<T> page(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var kept = new ArrayList<>(rows.subList(0, limit));
        return new Page<>(kept, cursorOf.apply(kept.getLast()).text());
    }
}
