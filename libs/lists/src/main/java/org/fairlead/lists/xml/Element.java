package org.fairlead.lists.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// One element of a record, with its place in the file. Names are local: publishers change their
/// namespaces.
public final class Element {

    private final String path;
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private String text = "";

    Element(String path, String name, int line) {
        this.path = path;
        this.name = name;
        this.line = line;
    }

    void set(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(Element child) {
        children.add(child);
    }

    void close(String value) {
        text = value;
    }

    public String name() {
        return name;
    }

    /// Path from the root, `CONSOLIDATED_LIST/ENTITIES/ENTITY`.
    public String path() {
        return path;
    }

    public List<Element> children() {
        return List.copyOf(children);
    }

    /// Stripped; empty where there is none.
    public String text() {
        return text;
    }

    /// Absent when missing or blank.
    public @Nullable String attribute(String attribute) {
        String value = attributes.get(attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public boolean isTrue(String attribute) {
        return "true".equalsIgnoreCase(attribute(attribute));
    }

    /// @throws UnreadableFile naming the place when it is missing or blank
    public String requiredAttribute(String attribute) throws UnreadableFile {
        String value = attribute(attribute);
        if (value == null) {
            throw fault("the attribute " + attribute + " is missing");
        }
        return value;
    }

    /// Every element under that path of names, `names/name`.
    public List<Element> all(String below) {
        List<Element> found = List.of(this);
        for (String step : below.split("/", -1)) {
            var next = new ArrayList<Element>();
            for (Element each : found) {
                for (Element child : each.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /// Text of the first element under that path; absent when missing or empty.
    public @Nullable String text(String below) {
        return texts(below).stream().findFirst().orElse(null);
    }

    public List<String> texts(String below) {
        return all(below).stream().map(Element::text).filter(each -> !each.isEmpty()).toList();
    }

    /// @throws UnreadableFile naming the place when it is missing or empty
    public String required(String below) throws UnreadableFile {
        String value = text(below);
        if (value == null) {
            throw fault("an entry without " + below);
        }
        return value;
    }

    /// What is wrong here, with the line and the path.
    public UnreadableFile fault(String what) {
        return new UnreadableFile(place() + what);
    }

    public String place() {
        return "line %d, in %s: ".formatted(line, path);
    }
}
