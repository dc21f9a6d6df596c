package org.fairlead.lists.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Recognises a format by the first bytes of an unpacked file; its name counts for nothing.
public final class Recognition {

    /// Enough for an XML declaration, comments and the root element, or a CSV header.
    public static final int HEAD_BYTES = 16_384;

    private static final Map<String, FileFormat> ROOTS =
            Map.of(
                    "sdnList", FileFormat.OFAC_XML,
                    "Sanctions", FileFormat.OFAC_ADVANCED_XML,
                    "sanctionsData", FileFormat.OFAC_ENHANCED_XML,
                    "CONSOLIDATED_LIST", FileFormat.UN_XML,
                    "export", FileFormat.EU_XML,
                    "Designations", FileFormat.UK_XML,
                    "data-set", FileFormat.SEMA_XML);
    private static final Pattern ROOT =
            Pattern.compile(
                    "\\A(?:\\s|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*)?>)*<(?:\\w+:)?([\\w-]+)[\\s/>]",
                    Pattern.DOTALL);
    private static final Pattern OFAC_ROW =
            Pattern.compile("\\A\\d{1,9},\"?[^\\n]*?,(?:-0- ?|\"?[A-Za-z ]*\"?),[^\\n]*");

    private Recognition() {}

    public static Optional<FileFormat> of(byte[] head) {
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K') {
            return Optional.of(isSpreadsheet(head) ? FileFormat.UK_ODS : FileFormat.OFAC_CSV_SET);
        }
        String text = new String(head, StandardCharsets.UTF_8).replaceFirst("\\A\\uFEFF", "");
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            var root = ROOT.matcher(text);
            return root.find() ? Optional.ofNullable(ROOTS.get(root.group(1))) : Optional.empty();
        }
        if (start.startsWith("{")) {
            return ofJson(start);
        }
        return ofTable(text);
    }

    // Its parts have fixed names, in an order that differs between programs.
    private static boolean isSpreadsheet(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("opendocument.spreadsheet") || text.contains("META-INF/");
    }

    private static Optional<FileFormat> ofJson(String text) {
        String line = text.lines().findFirst().orElse("");
        if (line.contains("\"op\"") && line.contains("\"entity\"")) {
            return Optional.of(FileFormat.FTM_DELTA);
        }
        return line.contains("\"schema\"") ? Optional.of(FileFormat.FTM_JSON) : Optional.empty();
    }

    private static Optional<FileFormat> ofTable(String text) {
        if (OFAC_ROW.matcher(text).find()) {
            return Optional.of(FileFormat.OFAC_CSV);
        }
        String header =
                text.lines().limit(20).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
        if (header.contains("entity_logicalid")) {
            return Optional.of(FileFormat.EU_CSV);
        }
        if (header.contains("group type") && header.contains("group id")) {
            return Optional.of(FileFormat.OFSI_CSV);
        }
        if (header.contains("unique id") && header.contains("regime name")) {
            return Optional.of(FileFormat.UK_CSV);
        }
        return header.contains("imo_number")
                ? Optional.of(FileFormat.VESSEL_CSV)
                : Optional.empty();
    }
}
