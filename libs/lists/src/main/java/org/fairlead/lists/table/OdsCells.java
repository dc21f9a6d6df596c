package org.fairlead.lists.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// Rows of the first sheet of an OpenDocument spreadsheet, streamed out of its `content.xml`. Empty
/// cells and rows are stored as a count, up to the sheet's edge: those at the end are left out.
final class OdsCells implements TableRows.Source {

    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_CELL = 262_144;

    private final ZipInputStream zip;
    private final XMLStreamReader xml;
    private int row;
    private boolean isOver;

    OdsCells(InputStream file) throws IOException {
        zip = new ZipInputStream(file);
        for (var entry = zip.getNextEntry(); ; entry = zip.getNextEntry()) {
            if (entry == null) {
                throw new ZipException("no content.xml");
            }
            if (entry.getName().equals("content.xml")) {
                break;
            }
        }
        try {
            xml = XmlRecords.factory().createXMLStreamReader(zip);
        } catch (XMLStreamException e) {
            throw new ZipException("content.xml is not well-formed");
        }
    }

    @Override
    public TableRows.@Nullable Cells next() throws IOException, UnreadableFile {
        try {
            while (!isOver && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableFile(
                            "content.xml: a document type, which no spreadsheet has");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("table-row")) {
                    return cells();
                }
                // One sheet: the next would have another header.
                isOver =
                        event == XMLStreamConstants.END_ELEMENT
                                && xml.getLocalName().equals("table");
            }
            return null;
        } catch (XMLStreamException fault) {
            throw new UnreadableFile(
                    "content.xml, row %d: %s".formatted(row, XmlRecords.what(fault)));
        }
    }

    private TableRows.Cells cells() throws XMLStreamException, UnreadableFile {
        int first = row + 1;
        row += repeated("number-rows-repeated");
        var values = new ArrayList<String>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table-row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().endsWith("table-cell")) {
                int times = repeated("number-columns-repeated");
                String text = cell();
                for (int i = 0; i < times && values.size() < MOST_COLUMNS; i++) {
                    values.add(text);
                }
            }
        }
        while (!values.isEmpty() && values.getLast().isBlank()) {
            values.removeLast();
        }
        return new TableRows.Cells(values, first);
    }

    /// Its paragraphs; a date's own value where it has one, for its text is in the reader's locale.
    private String cell() throws XMLStreamException, UnreadableFile {
        String date = attribute("date-value");
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (xml.getLocalName().equals("p") && !text.isEmpty()) {
                        text.append('\n');
                    }
                    if (xml.getLocalName().equals("s")) {
                        text.append(' ');
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                default -> {}
            }
            if (text.length() > LONGEST_CELL) {
                throw new UnreadableFile("content.xml, row %d: a cell too long".formatted(row));
            }
        }
        return date == null ? text.toString().strip() : date;
    }

    private int repeated(String attribute) {
        String times = attribute(attribute);
        return times != null && times.matches("\\d{1,7}") ? Integer.parseInt(times) : 1;
    }

    private @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
