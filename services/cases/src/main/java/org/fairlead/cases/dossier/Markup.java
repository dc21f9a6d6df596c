package org.fairlead.cases.dossier;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes XHTML. Whatever people or sources wrote goes through [#escaped] and stays text.
final class Markup {

    private static final int LONGEST_WORD = 24;
    private static final Pattern INSTANT =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?Z$");

    private final StringBuilder out = new StringBuilder();

    /// Characters no XML may hold are left out; those that turn the direction of writing are shown
    /// for what they are.
    static String escaped(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> escape(safe, point));
        return safe.toString();
    }

    private static void escape(StringBuilder out, int point) {
        boolean turnsDirection =
                point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        boolean isInXml =
                point == '\n'
                        || point == '\t'
                        || point >= 0x20 && point <= 0xD7FF
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000;
        if (turnsDirection) {
            out.append("[U+%04X]".formatted(point));
            return;
        }
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
                if (isInXml) {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    /// Markup of our own, as it is.
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup text(@Nullable String text) {
        out.append(escaped(text));
        return this;
    }

    /// An element with text in it.
    Markup element(String name, @Nullable String text) {
        return raw("<" + name + ">").text(text).raw("</" + closing(name) + ">");
    }

    private static String closing(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    /// A paragraph of several lines as it was written.
    Markup paragraph(@Nullable String text) {
        return text == null || text.isBlank()
                ? this
                : raw("<p>").raw(escaped(text.strip()).replace("\n", "<br/>")).raw("</p>");
    }

    /// What stays on one line: a time, a code, a state.
    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD && text.chars().noneMatch(Character::isWhitespace);
    }

    /// A time to the second, as people read it; data files have it as it is.
    private static String readable(String text) {
        return INSTANT.matcher(text).replaceFirst("$1 $2Z");
    }

    Markup row(Object... cells) {
        raw("<tr>");
        for (Object cell : cells) {
            String text = Objects.toString(cell, "");
            element(isWord(text) ? "td class=\"word\"" : "td", readable(text));
        }
        return raw("</tr>");
    }

    Markup table(String... headings) {
        raw("<table>");
        return head(headings);
    }

    /// @param shares of the width in hundredths, one a column; 0 for what its words need
    Markup table(int[] shares, String... headings) {
        raw("<table><colgroup>");
        for (int share : shares) {
            raw(share == 0 ? "<col/>" : "<col style=\"width: %d%%\"/>".formatted(share));
        }
        raw("</colgroup>");
        return head(headings);
    }

    private Markup head(String... headings) {
        raw("<thead><tr>");
        for (String heading : headings) {
            element("th", heading);
        }
        return raw("</tr></thead><tbody>");
    }

    Markup endTable() {
        return raw("</tbody></table>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
