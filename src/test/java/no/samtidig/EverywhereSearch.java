package no.samtidig;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for words in every column of every table of every schema, as the catalogue has them today, and in the samples that the database
 * takes of its columns. What is sealed cannot be looked into.
 */
public final class EverywhereSearch {
    private final JdbcClient sql;

    public EverywhereSearch(JdbcClient sql) {
        this.sql = sql;
    }

    private record Column(String table, String name, String type) {
        /** What it holds, as small letters to look in; of bytes their hexadecimal digits. */
        String text() {
            String quoted = '"' + name.replace("\"", "\"\"") + '"';
            return type.equals("bytea") ? "encode(" + quoted + ", 'hex')" : "lower(" + quoted + "::text)";
        }
    }

    /** Columns with one of the words in any of its {@linkplain #forms forms}, as {@code schema.table.column}. */
    public Set<String> columnsWith(Collection<String> words) {
        Set<String> forms = new LinkedHashSet<>();
        words.forEach(it -> forms.addAll(forms(it)));
        Set<String> found = new TreeSet<>();
        tables().forEach((table, columns) -> found.addAll(columnsWith(table, columns, forms)));
        if (sql.sql("""
                select exists (select from pg_stats, unnest(cast(:forms as text[])) as sought_form
                    where position(sought_form in lower(concat_ws(' ', most_common_vals, histogram_bounds, most_common_elems))) > 0)
                """)
                .param("forms", forms.toArray(String[]::new))
                .query(Boolean.class)
                .single()) {
            found.add("pg_stats");
        }
        return found;
    }

    /** The tables of those columns. */
    public Set<String> tablesWith(Collection<String> words) {
        Set<String> tables = new TreeSet<>();
        columnsWith(words).forEach(it -> tables.add(it.contains(".") ? it.substring(0, it.lastIndexOf('.')) : it));
        return tables;
    }

    private Map<String, List<Column>> tables() {
        Map<String, List<Column>> tables = new TreeMap<>();
        sql.sql("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, a.attname as name, t.typname as type
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                    join pg_type t on t.oid = a.atttypid
                where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'm')
                  and (n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') or c.relname = 'pg_largeobject')
                """)
                .query(Column.class)
                .list()
                .forEach(it -> tables.computeIfAbsent(it.table(), _ -> new ArrayList<>())
                        .add(it));
        return tables;
    }

    /** One look at the table for all its columns. */
    private Set<String> columnsWith(String table, List<Column> columns, Set<String> forms) {
        List<String> asked = columns.stream()
                .map(it ->
                        "coalesce(bool_or(exists (select from unnest(cast(:forms as text[])) as sought_form where position(sought_form in "
                                + it.text() + ") > 0)), false)")
                .toList();
        Set<String> found = new TreeSet<>();
        sql.sql("select " + String.join(", ", asked) + " from " + table)
                .param("forms", forms.toArray(String[]::new))
                .query(row -> {
                    for (int i = 0; i < columns.size(); i++) {
                        if (row.getBoolean(i + 1)) {
                            found.add(table + "." + columns.get(i).name());
                        }
                    }
                });
        return found;
    }

    /**
     * The ways a word can be kept: in small letters, as bytes, as they stand in addresses and in Base64, and by plain digests of it; an id also
     * without hyphens, which are its bytes too.
     */
    public static Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        for (String it : List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
            byte[] bytes = it.getBytes(StandardCharsets.UTF_8);
            forms.add(it.toLowerCase(Locale.ROOT));
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(URLEncoder.encode(it, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes).toLowerCase(Locale.ROOT));
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                byte[] digest = digest(algorithm, bytes);
                forms.add(HexFormat.of().formatHex(digest));
                forms.add(Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(digest)
                        .toLowerCase(Locale.ROOT));
            }
        }
        if (word.matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            forms.add(word.replace("-", ""));
        }
        return forms;
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
