package no.samtidig.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.administration.PlaceImport.Taken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of files of places that wait to be taken in. */
@Repository
class PlaceFileStore {
    private final JdbcClient sql;

    PlaceFileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A file that was put down. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(byte[] content, boolean begun, Optional<Taken> taken) {}

    void keep(UUID id, byte[] content, OffsetDateTime now) {
        sql.sql("insert into administration.place_file (id, made, content) values (:id, :now, :content)")
                .param("id", id)
                .param("now", now)
                .param("content", content)
                .update();
    }

    Optional<Kept> find(UUID id) {
        return sql.sql("select content, begun, made_new, changed from administration.place_file where id = :id")
                .param("id", id)
                .query(PlaceFileStore::kept)
                .optional();
    }

    /** The same, held against everybody else until the transaction ends. */
    Optional<Kept> locked(UUID id) {
        return sql.sql(
                        "select content, begun, made_new, changed from administration.place_file where id = :id for update")
                .param("id", id)
                .query(PlaceFileStore::kept)
                .optional();
    }

    void taken(UUID id, Taken taken) {
        sql.sql("update administration.place_file set made_new = :made, changed = :changed where id = :id")
                .param("id", id)
                .param("made", taken.made())
                .param("changed", taken.changed())
                .update();
    }

    /** It is to be taken in by a job. */
    void begin(UUID id, OffsetDateTime now) {
        sql.sql("update administration.place_file set begun = :now where id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    /** It could not be taken in: whoever wants it may say so again. */
    void giveUp(UUID id) {
        sql.sql("update administration.place_file set begun = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Those a job has to take in, in the order it was asked for. */
    List<UUID> begun() {
        return sql.sql(
                        "select id from administration.place_file where begun is not null and made_new is null order by begun")
                .query(UUID.class)
                .list();
    }

    void removeOlder(OffsetDateTime than) {
        sql.sql("delete from administration.place_file where made < :than")
                .param("than", than)
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        Integer made = row.getObject("made_new", Integer.class);
        return new Kept(
                row.getBytes("content"),
                row.getObject("begun") != null,
                made == null ? Optional.empty() : Optional.of(new Taken(made, row.getInt("changed"))));
    }
}
