package org.fairlead.ais.track;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/// Columns of rows, as arrays for a statement.
final class Parameters {

    private Parameters() {}

    static <T> Integer[] ints(List<T> rows, ToIntFunction<T> value) {
        var column = new Integer[rows.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.applyAsInt(rows.get(row));
        }
        return column;
    }

    /// Seconds since 1970, for `to_timestamp`: a double holds the milliseconds of any year there is
    /// data of, and nothing is made of an [java.time.OffsetDateTime] on the way.
    static <T> Double[] seconds(List<T> rows, ToLongFunction<T> millis) {
        var column = new Double[rows.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = millis.applyAsLong(rows.get(row)) / 1e3;
        }
        return column;
    }

    static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        var column = array.apply(rows.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(rows.get(row));
        }
        return column;
    }
}
