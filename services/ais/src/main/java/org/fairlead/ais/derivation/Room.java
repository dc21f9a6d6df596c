package org.fairlead.ais.derivation;

/// How much of a store of objects lies in memory, for each partition.
///
/// What a ship leaves behind grows a hundredfold from her first hour to her second month, so of
/// those beyond a number the bytes are counted: of a large young fleet all have room, of an old one
/// as many as there is memory for.
///
/// @param objects so many are kept as objects, which take four to six times their bytes
/// @param bytes of more of them, as they are stored; 0 for none
public record Room(int objects, long bytes) {

    /// So many objects and no more.
    public static Room of(int objects) {
        return new Room(objects, 0);
    }
}
