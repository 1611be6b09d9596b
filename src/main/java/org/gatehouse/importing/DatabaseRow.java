package org.gatehouse.importing;

import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
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
            add(data, columns.getColumnLabel(i), columns.getColumnType(i), rows, i);
        }
        var role = rows.getLong(ROLE);
        return SourceRow.of(rows.getLong("id"), data.build(), rows.wasNull() ? Optional.empty() : Optional.of(role));
    }

    /** Times without a zone are UTC, which is what Strapi's server should have had. */
    private static void add(JsonObjectBuilder data, String name, int type, ResultSet rows, int column)
            throws SQLException {
        var value = type == Types.TIMESTAMP ? rows.getObject(column, LocalDateTime.class) : rows.getObject(column);
        if (value instanceof Boolean flag) {
            data.add(name, flag);
        } else if (value instanceof Number number) {
            data.add(name, new BigDecimal(number.toString()));
        } else if (value instanceof LocalDateTime time) {
            data.add(name, time + "Z");
        } else if (value != null) {
            data.add(name, rows.getString(column));
        }
    }
}
