package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.WellFormedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary form of PostgreSQL's {@code copy}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class PostgresCopy {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int NULL = -1;
    private static final short END = -1;

    private static final String COPY = "copy {0} ({1}) from stdin (format binary)";

    private final CopyIn copy;
    private final boolean[] isLong;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private PostgresCopy(CopyIn copy, Field<?>[] columns) {
        this.copy = copy;
        this.isLong = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            isLong[i] = columns[i].getType() == Long.class;
        }
    }

    /**
     * Copies {@code rows} into a table.
     *
     * @param columns of the table, in the order of the rows' values
     * @return whether it was done; false if the connection is none of the driver's
     */
    static boolean copy(
            DSLContext sql,
            Table<?> target,
            Field<?>[] columns,
            List<? extends @Nullable Object[]> rows) {
        Name[] names = Stream.of(columns).map(Field::getUnqualifiedName).toArray(Name[]::new);
        String statement = sql.render(DSL.sql(COPY, target, DSL.list(names)));
        return sql.connectionResult(connection -> copy(connection, statement, columns, rows));
    }

    private static boolean copy(
            Connection connection,
            String statement,
            Field<?>[] columns,
            List<? extends @Nullable Object[]> rows)
            throws SQLException {
        if (!connection.isWrapperFor(PGConnection.class)) {
            return false;
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            new PostgresCopy(copy, columns).write(rows);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return true;
    }

    private void write(List<? extends @Nullable Object[]> rows) throws SQLException {
        put(SIGNATURE);
        // No flags, and no extension of the header.
        buffer.putLong(0);
        for (@Nullable Object[] row : rows) {
            room(Short.BYTES).putShort((short) row.length);
            for (int i = 0; i < row.length; i++) {
                put(row[i], isLong[i]);
            }
        }
        room(Short.BYTES).putShort(END);
        send();
    }

    private void put(@Nullable Object value, boolean asLong) throws SQLException {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else if (value instanceof Number number) {
            put(number, asLong);
        } else if (value instanceof Boolean flag) {
            room(Integer.BYTES + 1).putInt(1).put((byte) (flag ? 1 : 0));
        } else {
            byte[] bytes =
                    value instanceof byte[] body
                            ? body
                            : WellFormedText.of((String) value).getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES).putInt(bytes.length);
            put(bytes);
        }
    }

    private void put(Number number, boolean asLong) throws SQLException {
        if (asLong) {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number.longValue());
        } else {
            room(2 * Integer.BYTES)
                    .putInt(Integer.BYTES)
                    .putInt(Math.toIntExact(number.longValue()));
        }
    }

    private void put(byte[] bytes) throws SQLException {
        if (bytes.length <= BUFFER_BYTES) {
            room(bytes.length).put(bytes);
        } else {
            send();
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            send();
        }
        return buffer;
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
