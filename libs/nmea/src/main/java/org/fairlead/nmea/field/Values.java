package org.fairlead.nmea.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values by name: [Integer] or [Double], [Boolean], [String], and for a list a list of such maps.
public final class Values implements ValueSink {

    private final Deque<Map<String, Object>> open = new ArrayDeque<>();
    private final Deque<List<Map<String, Object>>> lists = new ArrayDeque<>();

    private Values() {
        open.push(new LinkedHashMap<>());
    }

    /// The values of a layout, with their units.
    ///
    /// @param from where the layout begins in the message
    public static Map<String, Object> of(Layout layout, Bits bits, int from) {
        var values = new Values();
        layout.visit(bits, from, Rendering.UNITS.into(values));
        return values.open.getFirst();
    }

    /// The values of a whole message.
    public static Map<String, Object> of(int type, Bits bits, Rendering rendering) {
        var values = new Values();
        MessageFields.visit(type, bits, rendering.into(values));
        return values.open.getFirst();
    }

    @Override
    public void integer(String name, long value) {
        open.getFirst().put(name, Math.toIntExact(value));
    }

    @Override
    public void decimal(String name, double value, int decimals) {
        open.getFirst().put(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        open.getFirst().put(name, value);
    }

    @Override
    public void text(String name, String value) {
        open.getFirst().put(name, value);
    }

    @Override
    public void beginList(String name) {
        var elements = new ArrayList<Map<String, Object>>();
        open.getFirst().put(name, elements);
        lists.push(elements);
    }

    @Override
    public void beginElement() {
        var element = new LinkedHashMap<String, Object>();
        lists.getFirst().add(element);
        open.push(element);
    }

    @Override
    public void endElement() {
        open.pop();
    }

    @Override
    public void endList() {
        lists.pop();
    }
}
