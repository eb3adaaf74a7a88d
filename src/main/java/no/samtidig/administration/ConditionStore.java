package no.samtidig.administration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how the database and its keys stand. */
@Repository
class ConditionStore {
    private final JdbcClient sql;

    ConditionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The database's size on disk, in bytes. */
    long size() {
        return sql.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    void keepSize(LocalDate day, long bytes) {
        sql.sql("""
                insert into platform.database_size (day, bytes) values (:day, :bytes)
                on conflict (day) do update set bytes = excluded.bytes
                """).param("day", day).param("bytes", bytes).update();
    }

    /** The size on a day, or on the first day after it that is known. */
    Optional<Long> sizeOn(LocalDate day) {
        return sql.sql("select bytes from platform.database_size where day >= :day order by day limit 1")
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** The last migration, and how many failed. */
    record Migrations(String last, int failed) {}

    Migrations migrations() {
        return sql.sql("""
                select coalesce((select version from platform.flyway_schema_history where success and version is not null
                        order by installed_rank desc limit 1), '') as last,
                    (select count(*) from platform.flyway_schema_history where not success) as failed
                """)
                .query((row, _) -> new Migrations(row.getString("last"), row.getInt("failed")))
                .single();
    }

    /** When the key was made that signs certificates now. */
    Optional<OffsetDateTime> signingKeyMade() {
        return sql.sql("select created from certificate.signing_key where retired is null")
                .query((row, _) -> row.getObject("created", OffsetDateTime.class))
                .optional();
    }
}
