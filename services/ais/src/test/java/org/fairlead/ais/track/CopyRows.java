package org.fairlead.ais.track;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Rows for a table as PostgreSQL's COPY takes them in its binary format.
final class CopyRows implements Closeable {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int EPOCH_DAY_2000 = 10_957;
    private static final long EPOCH_MICROS_2000 = EPOCH_DAY_2000 * 86_400_000_000L;

    private final DataOutputStream out;

    /// @param table with its columns in parentheses
    CopyRows(Connection connection, String table) throws SQLException, IOException {
        out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new PGCopyOutputStream(
                                        connection.unwrap(PGConnection.class),
                                        "copy " + table + " from stdin with (format binary)"),
                                1 << 16));
        out.write(SIGNATURE);
    }

    CopyRows row(int columns) throws IOException {
        out.writeShort(columns);
        return this;
    }

    CopyRows int16(int value) throws IOException {
        out.writeInt(2);
        out.writeShort(value);
        return this;
    }

    CopyRows int32(int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
        return this;
    }

    CopyRows date(long epochDay) throws IOException {
        return int32((int) (epochDay - EPOCH_DAY_2000));
    }

    CopyRows time(long epochMillis) throws IOException {
        out.writeInt(8);
        out.writeLong(epochMillis * 1_000 - EPOCH_MICROS_2000);
        return this;
    }

    CopyRows bool(boolean value) throws IOException {
        out.writeInt(1);
        out.writeByte(value ? 1 : 0);
        return this;
    }

    CopyRows bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    CopyRows text(String value) throws IOException {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
