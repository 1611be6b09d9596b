package org.gatehouse.importing;

import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gatehouse.platform.JsonValues;

/** Reads a row of any of Strapi's tables, whatever columns it has. */
final class DatabaseRow {

    /** The column that holds the number of the role that a row is linked to. */
    static final String ROLE = "gatehouse_role_id";

    private DatabaseRow() {
    }

    static SourceRow read(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var data = JsonValues.object();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            add(data, columns.getColumnLabel(i), rows, i);
        }
        var role = rows.getLong(ROLE);
        var linked = rows.wasNull() ? Optional.<Long>empty() : Optional.of(role);
        return SourceRow.of(rows.getLong("id"), data.build(), linked);
    }

    private static void add(JsonObjectBuilder data, String name, ResultSet rows, int column) throws SQLException {
        var value = value(rows, column);
        if (value instanceof Boolean flag) {
            data.add(name, flag);
        } else if (value instanceof Number number) {
            data.add(name, new BigDecimal(number.toString()));
        } else if (value instanceof OffsetDateTime time) {
            data.add(name, time.toString());
        } else if (value != null) {
            data.add(name, rows.getString(column));
        }
    }

    /** Times without a zone are UTC, which is what Strapi's server should have had. */
    private static Object value(ResultSet rows, int column) throws SQLException {
        var columns = rows.getMetaData();
        return switch (columns.getColumnType(column)) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
            case Types.TIMESTAMP -> columns.getColumnTypeName(column).equalsIgnoreCase("timestamptz") // of PostgreSQL
                    ? rows.getObject(column, OffsetDateTime.class) : utc(rows.getObject(column, LocalDateTime.class));
            default -> rows.getObject(column);
        };
    }

    private static OffsetDateTime utc(LocalDateTime time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
