package org.fairlead.ais.memory;

/// Names of sources as they are read out of stored states: the same few in each of many thousand
/// states, and kept once for all of them.
public final class SourceNames {

    private SourceNames() {}

    /// The same name, and the same object for each of its copies.
    public static String kept(String name) {
        return name.intern();
    }
}
