package org.fairlead.lists.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;

/// Reads a file record by record. No document type, no entities of its own, nothing fetched;
/// bounded in depth, length of a text and size of a record.
public final class XmlRecords {

    private static final int LONGEST_TEXT = 262_144;
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 200_000;

    private final XmlFormat format;
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int elements;

    private XmlRecords(XmlFormat format) {
        this.format = format;
    }

    public static Reading read(InputStream file, XmlFormat format) throws IOException {
        var records = new XmlRecords(format);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(file);
            try {
                while (xml.hasNext()) {
                    records.take(xml, xml.next());
                }
            } finally {
                xml.close();
            }
            return format.finish();
        } catch (XMLStreamException fault) {
            return new Reading.Refused(records.place(fault) + what(fault));
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    /// For readers of other shapes than records.
    public static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }

    /// @throws IOException when the file could not be read at all, which is no fault of its content
    public static String what(XMLStreamException fault) throws IOException {
        return switch (fault.getNestedException()) {
            case CharConversionException foreign ->
                    "bytes that are not UTF-8, or not in the encoding the file says it has";
            case UnsupportedEncodingException unknown -> "an encoding that is not known here";
            case IOException io -> throw io;
            case null, default -> "not well-formed XML";
        };
    }

    private void take(XMLStreamReader xml, int event) throws UnreadableFile {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw fault(
                            xml, "a document type or entity, which the publisher's file never has");
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml);
            default -> {}
        }
    }

    private void begin(XMLStreamReader xml) throws UnreadableFile {
        path.addLast(xml.getLocalName());
        text.setLength(0);
        if (path.size() == DEEPEST) {
            throw fault(xml, "elements nested too deep");
        }
        if (!open.isEmpty()) {
            var child = element(xml, open.getLast().path() + "/" + xml.getLocalName());
            open.getLast().add(child);
            open.addLast(child);
            countElement(xml);
            return;
        }
        var element = element(xml, String.join("/", path));
        if (format.isRecord(element.path())) {
            open.addLast(element);
            elements = 0;
        } else {
            format.enter(element);
        }
    }

    private static Element element(XMLStreamReader xml, String path) {
        var element = new Element(path, xml.getLocalName(), xml.getLocation().getLineNumber());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.set(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return element;
    }

    private void countElement(XMLStreamReader xml) throws UnreadableFile {
        if (++elements > MOST_ELEMENTS) {
            throw fault(xml, "an entry of more than " + MOST_ELEMENTS + " elements");
        }
    }

    private void append(XMLStreamReader xml) throws UnreadableFile {
        if (!open.isEmpty()) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                throw fault(xml, "a text longer than " + LONGEST_TEXT + " characters");
            }
        }
    }

    private void end(XMLStreamReader xml) throws UnreadableFile {
        path.removeLast();
        if (open.isEmpty()) {
            return;
        }
        var closed = open.removeLast();
        closed.close(text.toString().strip());
        text.setLength(0);
        if (open.isEmpty()) {
            hand(closed);
        }
    }

    private void hand(Element record) throws UnreadableFile {
        try {
            format.record(record);
        } catch (UnreadableFile fault) {
            throw fault.reason().startsWith("line ") ? fault : record.fault(fault.reason());
        }
    }

    private UnreadableFile fault(XMLStreamReader xml, String what) {
        return new UnreadableFile(place(xml.getLocation().getLineNumber()) + what);
    }

    private String place(XMLStreamException fault) {
        return place(fault.getLocation() == null ? 1 : fault.getLocation().getLineNumber());
    }

    private String place(int line) {
        return path.isEmpty()
                ? "line %d: ".formatted(line)
                : "line %d, in %s: ".formatted(line, String.join("/", path));
    }
}
