package org.fairlead.sanctions.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The UN Security Council's `consolidated.xml`: `CONSOLIDATED_LIST` with `INDIVIDUALS/INDIVIDUAL`
/// and `ENTITIES/ENTITY`. Streamed; no document type, no entities of its own, nothing fetched.
public final class UnConsolidatedXml implements ListFormat {

    private static final String ROOT = "CONSOLIDATED_LIST";
    private static final int LONGEST_TEXT = 262_144;
    private static final int DEEPEST = 32;

    @Override
    public Reading read(InputStream file) throws IOException {
        var reading = new State();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(file);
            try {
                while (xml.hasNext()) {
                    reading.take(xml, xml.next());
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException fault) {
            return new Reading.Refused(reading.place(fault) + what(fault));
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
        return reading.listings.isEmpty()
                ? new Reading.Refused("the file has no entries")
                : new Reading.Read(reading.listings, reading.publishedAt);
    }

    /// @throws IOException when the file could not be read at all, which is no fault of its content
    private static String what(XMLStreamException fault) throws IOException {
        return switch (fault.getNestedException()) {
            case CharConversionException foreign ->
                    "bytes that are not UTF-8, or not in the encoding the file says it has";
            case UnsupportedEncodingException unknown -> "an encoding that is not known here";
            case IOException io -> throw io;
            case null, default -> "not well-formed XML";
        };
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }

    /// Where the reader is in the document, and what it has collected.
    private static final class State {

        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Listing> listings = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private @Nullable UnEntry entry;
        private @Nullable Instant publishedAt;

        void take(XMLStreamReader xml, int event) throws UnreadableFile {
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw fault(
                                xml,
                                "a document type or entity, which the publisher's file never has");
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml);
                default -> {}
            }
        }

        private void append(XMLStreamReader xml) throws UnreadableFile {
            if (entry != null) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > LONGEST_TEXT) {
                    throw fault(xml, "a text longer than " + LONGEST_TEXT + " characters");
                }
            }
        }

        private void begin(XMLStreamReader xml) throws UnreadableFile {
            String name = xml.getLocalName();
            path.addLast(name);
            text.setLength(0);
            switch (path.size()) {
                case 1 -> beginList(xml, name);
                case 2 -> expect(xml, name.equals("INDIVIDUALS") || name.equals("ENTITIES"));
                case 3 -> {
                    expect(xml, name.equals("INDIVIDUAL") || name.equals("ENTITY"));
                    entry = new UnEntry(name.equals("INDIVIDUAL") ? "individual" : "entity");
                }
                case DEEPEST -> throw fault(xml, "elements nested too deep");
                default -> {}
            }
        }

        private void beginList(XMLStreamReader xml, String name) throws UnreadableFile {
            if (!name.equals(ROOT)) {
                throw fault(xml, "not the UN's consolidated list: its first element is " + ROOT);
            }
            String generated = xml.getAttributeValue(null, "dateGenerated");
            if (generated == null) {
                throw fault(xml, "the attribute dateGenerated is missing");
            }
            try {
                publishedAt = instant(generated.strip());
            } catch (DateTimeParseException e) {
                throw fault(
                        xml, "dateGenerated is no time: " + UnreadableFile.shortened(generated));
            }
        }

        // The offset was local (-05:00) until 2020, UTC (Z) later.
        private static Instant instant(String text) {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }

        private void expect(XMLStreamReader xml, boolean isKnown) throws UnreadableFile {
            if (!isKnown) {
                throw fault(xml, "an element this list does not have");
            }
        }

        private void end(XMLStreamReader xml) throws UnreadableFile {
            if (entry != null && path.size() > 3) {
                entry.add(String.join("/", path.stream().skip(3).toList()), text.toString());
            }
            if (entry != null && path.size() == 3) {
                finishEntry(xml, entry);
            }
            text.setLength(0);
            path.removeLast();
        }

        private void finishEntry(XMLStreamReader xml, UnEntry finished) throws UnreadableFile {
            Listing listing;
            try {
                listing = finished.listing();
            } catch (UnreadableFile fault) {
                throw fault(xml, fault.reason());
            }
            if (!ids.add(listing.sourceId())) {
                throw fault(xml, "the id " + listing.sourceId() + " is there twice");
            }
            listings.add(listing);
            entry = null;
        }

        private UnreadableFile fault(XMLStreamReader xml, String what) {
            return new UnreadableFile(place(xml.getLocation().getLineNumber()) + what);
        }

        String place(XMLStreamException fault) {
            return place(fault.getLocation() == null ? 1 : fault.getLocation().getLineNumber());
        }

        private String place(int line) {
            return path.isEmpty()
                    ? "line %d: ".formatted(line)
                    : "line %d, in %s: ".formatted(line, String.join("/", path));
        }
    }
}
