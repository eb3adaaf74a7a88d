package no.samtidig.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the database.
 *
 * @param name with its schema, quoted as SQL needs it
 * @param columns those that hold something of their own, in order, quoted and joined by commas; computed ones are left out
 */
record Table(String name, String columns) {
    /** In a table's comment: its rows are not worth a backup. */
    static final String LEFT_OUT = "left out of backups";

    /** Every table there is, but those of extensions and of the server itself. */
    private static final String ALL = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """;

    /** Those whose rows a backup takes. A table in parts is taken by its parts. */
    static List<Table> toBackUp(Connection connection) throws SQLException {
        return read(
                connection,
                """
                select format('%I.%I', n.nspname, c.relname),
                    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
                """ + ALL + " and c.relkind = 'r' and obj_description(c.oid, 'pg_class') is distinct from '" + LEFT_OUT
                        + "' order by 1");
    }

    /** All of them. */
    static List<Table> all(Connection connection) throws SQLException {
        return read(connection, "select format('%I.%I', n.nspname, c.relname), ''" + ALL + " order by 1");
    }

    private static List<Table> read(Connection connection, String query) throws SQLException {
        List<Table> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(new Table(row.getString(1), row.getString(2)));
            }
        }
        return found;
    }

    /** Text, so that another major version of PostgreSQL reads it. */
    String copyOut() {
        return "copy " + name + " (" + columns + ") to stdout";
    }

    String copyIn() {
        return "copy " + name + " (" + columns + ") from stdin";
    }
}
