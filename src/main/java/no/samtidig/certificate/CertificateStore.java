package no.samtidig.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.platform.Norway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of certificates. */
@Repository
class CertificateStore {
    private static final String SELECT = """
            select c.*, f.achieved as former_achieved, a.facts
            from certificate.certificate c
            left join certificate.achievement a on a.module = c.module and a.version = c.version
            left join certificate.certificate f on f.id = c.former and f.ending = 'renewed'
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    CertificateStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What a code or an id leads to. */
    sealed interface Found {
        /** A certificate that is somebody's. */
        record Held(Certificate certificate) implements Found {}

        /** One that was deleted. */
        record Deleted(LocalDate on, LocalDate expires) implements Found {}
    }

    /** Makes issuing for one person wait for each other, so that a form sent twice makes one certificate. */
    void lock(AccountId holder) {
        sql.sql("select pg_advisory_xact_lock(hashtext('certificate ' || :account))")
                .param("account", holder.value().toString())
                .query()
                .listOfRows();
    }

    List<Certificate> of(AccountId holder) {
        return sql.sql(SELECT + "where c.account = :account order by c.issued desc, c.ended desc nulls first")
                .param("account", holder.value())
                .query((row, _) -> certificate(row))
                .list();
    }

    Optional<Certificate> of(AccountId holder, CertificateCode code) {
        return sql.sql(SELECT + "where c.account = :account and c.code = :code")
                .param("account", holder.value())
                .param("code", code.value())
                .query((row, _) -> certificate(row))
                .optional();
    }

    /** The one made in place of the one with this id. */
    Optional<CertificateCode> after(UUID id) {
        return sql.sql("select code from certificate.certificate where former = :id")
                .param("id", id)
                .query((row, _) -> new CertificateCode(row.getString("code")))
                .optional();
    }

    Optional<Found> byCode(CertificateCode code) {
        return sql.sql(SELECT + "where c.code = :code")
                .param("code", code.value())
                .query((row, _) -> found(row))
                .optional();
    }

    Optional<Found> byId(UUID id) {
        return sql.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query((row, _) -> found(row))
                .optional();
    }

    void keep(Achievement achievement) {
        sql.sql("""
                insert into certificate.achievement (module, version, facts)
                values (:module, :version, :facts::jsonb) on conflict do nothing
                """)
                .param("module", achievement.module())
                .param("version", achievement.version().value())
                .param("facts", json.writeValueAsString(achievement))
                .update();
    }

    Optional<Achievement> achievement(String module, ContentVersion version) {
        return sql.sql("select facts from certificate.achievement where module = :module and version = :version")
                .param("module", module)
                .param("version", version.value())
                .query((row, _) -> json.readValue(row.getString("facts"), Achievement.class))
                .optional();
    }

    void add(AccountId holder, Certificate it, @Nullable UUID former, @Nullable String salt) {
        sql.sql("""
                insert into certificate.certificate (id, code, account, module, version, name, place, achieved, declared, issued,
                    expires, former, show_name, show_place, show_details, salt)
                values (:id, :code, :account, :module, :version, :name, :place, :achieved, :declared, :issued,
                    :expires, :former, :showName, :showPlace, :showDetails, :salt)
                """)
                .param("id", it.id())
                .param("code", it.code().value())
                .param("account", holder.value())
                .param("module", it.achievement().module())
                .param("version", it.achievement().version().value())
                .param("name", it.name())
                .param("place", it.place())
                .param("achieved", it.achieved())
                .param("declared", it.declared())
                .param("issued", it.issued())
                .param("expires", it.expires())
                .param("former", former)
                .param("showName", it.choice().name())
                .param("showPlace", it.choice().place())
                .param("showDetails", it.choice().details())
                .param("salt", salt)
                .update();
    }

    void choose(UUID id, Certificate.Choice choice, @Nullable String salt) {
        sql.sql("""
                update certificate.certificate
                set show_name = :name, show_place = :place, show_details = :details, salt = :salt
                where id = :id and account is not null
                """)
                .param("name", choice.name())
                .param("place", choice.place())
                .param("details", choice.details())
                .param("salt", salt)
                .param("id", id)
                .update();
    }

    Optional<String> salt(UUID id) {
        return sql.sql("select salt from certificate.certificate where id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString("salt")))
                .single();
    }

    /** Whether it was in force until now. */
    boolean end(UUID id, Certificate.Ending ending, OffsetDateTime now) {
        return sql.sql("""
                        update certificate.certificate set ended = :now, ending = :ending
                        where id = :id and ended is null
                        """)
                        .param("now", now)
                        .param("ending", ending.code())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes away everything but codes and dates. */
    int delete(AccountId holder, OffsetDateTime now) {
        return sql.sql("""
                        update certificate.certificate
                        set account = null, module = null, version = null, name = null, place = null, achieved = null, issued = null,
                            declared = false, former = null, salt = null, show_name = false, show_place = false, show_details = false,
                            ended = case when ending in ('withdrawn', 'replaced') then ended else :now end, ending = 'withdrawn'
                        where account = :account
                        """).param("now", now).param("account", holder.value()).update();
    }

    /** Ids of those taken back or replaced, until they would have expired anyway. */
    List<UUID> revoked(LocalDate today) {
        return sql.sql("""
                        select id from certificate.certificate
                        where ending in ('withdrawn', 'replaced') and expires >= :today order by id
                        """)
                .param("today", today)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private Found found(ResultSet row) throws SQLException {
        return row.getObject("account") == null
                ? new Found.Deleted(day(row, "ended"), row.getObject("expires", LocalDate.class))
                : new Found.Held(certificate(row));
    }

    private Certificate certificate(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return new Certificate(
                row.getObject("id", UUID.class),
                new CertificateCode(row.getString("code")),
                json.readValue(row.getString("facts"), Achievement.class),
                row.getString("name"),
                row.getString("place"),
                row.getObject("achieved", LocalDate.class),
                row.getBoolean("declared"),
                row.getObject("issued", OffsetDateTime.class)
                        .atZoneSameInstant(Norway.ZONE)
                        .toOffsetDateTime(),
                row.getObject("expires", LocalDate.class),
                Optional.ofNullable(row.getObject("former_achieved", LocalDate.class)),
                new Certificate.Choice(
                        row.getBoolean("show_name"),
                        row.getBoolean("show_place"),
                        row.getBoolean("show_details"),
                        row.getString("salt") != null),
                ending == null ? null : new Certificate.End(Certificate.Ending.of(ending), day(row, "ended")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(Norway.ZONE)
                .toLocalDate();
    }
}
