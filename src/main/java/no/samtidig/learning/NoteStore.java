package no.samtidig.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of private notes. Every statement names the account: there is no way to ask for another's. */
@Repository
class NoteStore {
    private static final String NOTE =
            "select module, lesson, block, question, text, revision, updated from learning.note ";

    private final JdbcClient sql;

    NoteStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A note with which page's which wording it is.
     *
     * @param by null where it was written before wordings were counted
     */
    record Kept(Note note, Wording.@Nullable Mark by) {
        /** Whether a page says the same again: who has seen this note has seen that one too. */
        boolean isAgain(Wording wording) {
            return by != null
                    && wording.by() != null
                    && by.writer().equals(wording.by().writer())
                    && note.text().equals(wording.text());
        }
    }

    /** The note, locked until the transaction ends. */
    Optional<Kept> lock(AccountId learner, BlockRef where) {
        return sql.sql("""
                        select module, lesson, block, question, text, revision, updated, writer, wording from learning.note
                        where account = :account and module = :module and lesson = :lesson and block = :block for update
                        """)
                .param("account", learner.value())
                .param("module", where.module())
                .param("lesson", where.lesson())
                .param("block", where.block())
                .query((row, number) -> {
                    UUID writer = row.getObject("writer", UUID.class);
                    return new Kept(
                            note(row, number), writer == null ? null : new Wording.Mark(writer, row.getInt("wording")));
                })
                .optional();
    }

    /**
     * Whether it was kept: false where another request was first with a note that did not exist a moment ago.
     *
     * @param seen the revision that is there; 0 where there is none
     */
    boolean keep(AccountId learner, Note note, Wording.@Nullable Mark by, int seen) {
        return sql.sql("""
                        insert into learning.note (account, module, lesson, block, question, text, revision, updated, writer, wording)
                        values (:account, :module, :lesson, :block, :question, :text, :revision, :updated, :writer, :wording)
                        on conflict (account, module, lesson, block) do update
                        set question = excluded.question, text = excluded.text, revision = excluded.revision,
                            updated = excluded.updated, writer = excluded.writer, wording = excluded.wording
                        where note.revision = :seen
                        """)
                        .param("account", learner.value())
                        .param("module", note.where().module())
                        .param("lesson", note.where().lesson())
                        .param("block", note.where().block())
                        .param("question", note.question())
                        .param("text", note.text())
                        .param("revision", note.revision())
                        .param("updated", note.updated())
                        .param("seen", seen)
                        .param("writer", by == null ? null : by.writer(), Types.OTHER)
                        .param("wording", by == null ? null : by.number(), Types.INTEGER)
                        .update()
                == 1;
    }

    Map<String, Note> in(AccountId learner, String module, String lesson) {
        return sql
                .sql(NOTE + "where account = :account and module = :module and lesson = :lesson")
                .param("account", learner.value())
                .param("module", module)
                .param("lesson", lesson)
                .query(NoteStore::note)
                .list()
                .stream()
                .collect(Collectors.toMap(it -> it.where().block(), it -> it));
    }

    List<Note> all(AccountId learner) {
        return sql
                .sql(NOTE + "where account = :account and text <> '' order by updated desc")
                .param("account", learner.value())
                .query(NoteStore::note)
                .list()
                .stream()
                .toList();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                new BlockRef(row.getString("module"), row.getString("lesson"), row.getString("block")),
                row.getString("question"),
                row.getString("text"),
                row.getInt("revision"),
                row.getObject("updated", OffsetDateTime.class));
    }
}
