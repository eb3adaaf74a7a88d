package no.samtidig.certificate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of signing keys. */
@Repository
class SigningKeyStore {
    private final JdbcClient sql;

    SigningKeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The key that signs now.
     *
     * @param sealed the private part under seal
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InUse(UUID id, byte[] sealed, OffsetDateTime created) {}

    /** Makes those who may make a key wait for each other. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtext('certificate signing key'))")
                .query()
                .listOfRows();
    }

    Optional<InUse> inUse() {
        return sql.sql("select id, sealed_private, created from certificate.signing_key where retired is null")
                .query((row, _) -> new InUse(
                        row.getObject("id", UUID.class),
                        row.getBytes("sealed_private"),
                        row.getObject("created", OffsetDateTime.class)))
                .optional();
    }

    void add(UUID id, String publicJwk, byte[] sealed, OffsetDateTime now) {
        sql.sql("""
                insert into certificate.signing_key (id, public_jwk, sealed_private, created)
                values (:id, :jwk, :sealed, :now)
                """)
                .param("id", id)
                .param("jwk", publicJwk)
                .param("sealed", sealed)
                .param("now", now)
                .update();
    }

    /** The private part is gone for good; the public part stays. */
    void retire(UUID id, OffsetDateTime now) {
        sql.sql("update certificate.signing_key set sealed_private = null, retired = :now where id = :id")
                .param("now", now)
                .param("id", id)
                .update();
    }

    Optional<String> publicJwk(UUID id) {
        return sql.sql("select public_jwk from certificate.signing_key where id = :id")
                .param("id", id)
                .query((row, _) -> row.getString("public_jwk"))
                .optional();
    }

    List<String> publicJwks() {
        return sql.sql("select public_jwk from certificate.signing_key order by created desc")
                .query((row, _) -> row.getString("public_jwk"))
                .list();
    }
}
