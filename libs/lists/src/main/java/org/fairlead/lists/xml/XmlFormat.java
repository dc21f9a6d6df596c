package org.fairlead.lists.xml;

import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;

/// What one publisher's XML looks like, and what has been collected of one file of it.
public interface XmlFormat {

    /// Looks at an element outside of records, attributes only.
    ///
    /// @throws UnreadableFile when such a file has no such element
    void enter(Element element) throws UnreadableFile;

    /// True for elements handed over whole. Records do not lie in one another.
    boolean isRecord(String path);

    void record(Element record) throws UnreadableFile;

    /// At the end of the file.
    Reading.Read finish() throws UnreadableFile;
}
