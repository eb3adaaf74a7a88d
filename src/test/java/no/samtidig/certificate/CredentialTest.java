package no.samtidig.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.access.Accounts;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.learning.Progressing;
import no.samtidig.platform.Language;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signed credential: what is in it, who can check it, and what is refused. */
@Tag("auditor")
@Proves(Promise.CERTIFICATE)
class CredentialTest {
    private static final JsonMapper JSON = new JsonMapper();

    @AutoClose
    private static App app;

    private static Visitor.Person holder;

    private Certificate certificate;

    @BeforeAll
    static void start() {
        app = App.start("--samtidig.address=https://samtidig.example.org");
        holder = Objects.requireNonNull(app.bean(Accounts.class)
                .visitor(
                        app.bean(Accounts.class)
                                .byEmail("ane.solvik@sundvik.invalid")
                                .orElseThrow(),
                        null)
                .person());
        KnowledgeModule module = module();
        module.lessons(Language.NB)
                .forEach(lesson -> lesson.steps()
                        .forEach(
                                step -> app.bean(Progressing.class).finish(holder, module, lesson, step, Language.NB)));
    }

    private static KnowledgeModule module() {
        return app.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow();
    }

    private static Certificates certificates() {
        return app.bean(Certificates.class);
    }

    private static Credentials credentials() {
        return app.bean(Credentials.class);
    }

    @BeforeEach
    void take_one_out() {
        certificates().of(holder).stream()
                .filter(Certificate::inForce)
                .forEach(it -> certificates().withdraw(holder, it));
        Certificates.Outcome.Issued issued =
                (Certificates.Outcome.Issued) certificates().issue(holder, module(), true);
        certificate = certificates().of(holder, issued.code()).orElseThrow();
    }

    private String token() {
        return credentials().signed(certificate, holder, Language.NB);
    }

    private static String keys() {
        return app.visitor().get("/kursbevis/nokler.json").body();
    }

    private static JsonNode payload(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    /** What a stranger's tools say: their exit code and words. */
    private static String stranger(String token, String keys) throws Exception {
        Process node = new ProcessBuilder("node", "src/test/node/credential.mjs")
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = node.getOutputStream()) {
            in.write(JSON.writeValueAsBytes(Map.of(
                    "token",
                    token,
                    "keys",
                    JSON.readTree(keys),
                    "now",
                    app.clock().millis())));
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return node.waitFor() + " " + said;
    }

    @Test
    void a_stranger_can_check_it_with_the_published_keys_and_every_term_is_the_standards() throws Exception {
        String token = token();
        assertThat(stranger(token, keys()))
                .startsWith("0 ")
                .contains("https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential");
        assertThat(stranger(flipped(token, token.length() - 20), keys()))
                .startsWith("1 ")
                .contains("signature");
    }

    @Test
    void a_stranger_refuses_one_that_is_signed_but_not_made_as_the_standard_says() throws Exception {
        for (String spoilt : new String[] {"criteria", "description", "name"}) {
            assertThat(stranger(resigned(it -> it.replace("\"" + spoilt + "\"", "\"tull\"")), keys()))
                    .as(spoilt)
                    .startsWith("1 ");
        }
        assertThat(stranger(resigned(it -> it.replace("\"inLanguage\"", "\"tull\"")), keys()))
                .startsWith("1 ")
                .contains("Safe mode");
        assertThat(stranger(resigned(it -> it), keys())).startsWith("0 ");
    }

    /** The credential with something changed, and signed anew with the right key: only its form is wrong. */
    private String resigned(UnaryOperator<String> change) throws Exception {
        RSAKey key = app.bean(SigningKeys.class).current();
        JWSObject token = new JWSObject(
                JWSObject.parse(token()).getHeader(),
                new Payload(change.apply(payload(token()).toString())));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void it_says_what_was_achieved_and_names_nobody() {
        JsonNode payload = payload(token());
        assertThat(payload.at("/credentialSubject/achievement/name").asString()).isEqualTo("Grunnmodul");
        assertThat(payload.at("/credentialSubject/achievement/criteria/narrative")
                        .asString())
                .contains("Å tore å spørre");
        assertThat(payload.toString())
                .doesNotContain(
                        "Ane",
                        "Solvik",
                        "Sundvik",
                        certificate.code().value(),
                        certificate.code().shown())
                .doesNotContain("identityHash");
        String achievement = payload.at("/credentialSubject/achievement/id").asString();
        assertThat(app.visitor()
                        .get(achievement.substring("https://samtidig.example.org".length()))
                        .body())
                .contains("\"Achievement\"", "Grunnmodul");
        assertThat(app.visitor().get("/kursbevis/utsteder.json").body())
                .contains(payload.at("/issuer/id").asString());
    }

    @Test
    void the_mail_address_is_in_it_as_a_salted_digest_and_only_by_choice() throws Exception {
        certificates().choose(holder, certificate, new Certificate.Choice(true, false, false, true));
        JsonNode identity = payload(token()).at("/credentialSubject/identifier/0");
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(("ane.solvik@sundvik.invalid"
                                        + identity.get("salt").asString())
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(identity.get("identityHash").asString()).isEqualTo("sha256$" + expected);
        assertThat(payload(token()).toString()).doesNotContain("sundvik.invalid");
        assertThat(stranger(token(), keys())).startsWith("0 ");
        certificates().choose(holder, certificate, new Certificate.Choice(true, false, false, false));
        assertThat(payload(token()).toString()).doesNotContain("identityHash");
    }

    @Test
    void a_flipped_letter_anywhere_is_refused() {
        String token = token();
        assertThat(credentials().check(token)).isInstanceOf(Credentials.Verdict.Valid.class);
        for (int i = 0; i < token.length(); i++) {
            assertThat(credentials().check(flipped(token, i)))
                    .as("letter " + i)
                    .isNotInstanceOfAny(Credentials.Verdict.Valid.class, Credentials.Verdict.NotCurrent.class);
        }
        int inPayload = token.indexOf('.') + 100;
        assertThat(credentials().check(flipped(token, inPayload))).isInstanceOf(Credentials.Verdict.Changed.class);
    }

    private static String flipped(String token, int at) {
        char[] letters = token.toCharArray();
        letters[at] = letters[at] == 'A' ? 'B' : 'A';
        return new String(letters);
    }

    @Test
    void somebody_elses_signature_is_refused_whatever_its_header_says() throws Exception {
        JWSObject ours = JWSObject.parse(token());
        Payload payload = ours.getPayload();
        RSAKey theirs = new RSAKeyGenerator(3072).generate();
        JWSObject foreign = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("https://other.example.org/key")
                        .build(),
                payload);
        foreign.sign(new RSASSASigner(theirs));
        assertThat(credentials().check(foreign.serialize())).isInstanceOf(Credentials.Verdict.UnknownKey.class);
        JWSObject disguised = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(ours.getHeader().getKeyID())
                        .jwk(theirs.toPublicJWK())
                        .build(),
                payload);
        disguised.sign(new RSASSASigner(theirs));
        assertThat(credentials().check(disguised.serialize())).isInstanceOf(Credentials.Verdict.Changed.class);
        JWSObject mac = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ours.getHeader().getKeyID())
                        .build(),
                payload);
        mac.sign(new MACSigner(keys().getBytes(StandardCharsets.UTF_8)));
        assertThat(credentials().check(mac.serialize())).isInstanceOf(Credentials.Verdict.Changed.class);
        String none = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("{\"alg\":\"none\",\"kid\":\""
                                        + ours.getHeader().getKeyID() + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                + "." + payload.toBase64URL() + ".";
        assertThat(credentials().check(none)).isInstanceOf(Credentials.Verdict.NoCredential.class);
        for (String nothing : new String[] {"", "eyJ", "a.b.c", "x".repeat(Credentials.LONGEST + 1), "..", "{}"}) {
            assertThat(credentials().check(nothing)).isInstanceOf(Credentials.Verdict.NoCredential.class);
        }
    }

    @Test
    void a_year_later_there_is_a_new_key_and_what_the_old_one_signed_still_holds() throws Exception {
        String old = token();
        assertThat(app.bean(SigningKeys.class).change()).isFalse();
        app.clock().forward(Duration.ofDays(366));
        assertThat(app.bean(SigningKeys.class).change()).isTrue();
        assertThat(app.bean(SigningKeys.class).change()).isFalse();
        String young = token();
        assertThat(JWSObject.parse(young).getHeader().getKeyID())
                .isNotEqualTo(JWSObject.parse(old).getHeader().getKeyID());
        assertThat(JSON.readTree(keys()).get("keys")).hasSizeGreaterThanOrEqualTo(2);
        for (String token : new String[] {old, young}) {
            assertThat(credentials().check(token)).isInstanceOf(Credentials.Verdict.Valid.class);
            assertThat(stranger(token, keys())).startsWith("0 ");
            String kid = JWSObject.parse(token).getHeader().getKeyID();
            assertThat(app.visitor()
                            .get(kid.substring("https://samtidig.example.org".length()))
                            .body())
                    .contains("\"kty\":\"RSA\"")
                    .doesNotContain("\"d\"");
        }
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from certificate.signing_key where sealed_private is not null")
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_private_part_is_not_readable_in_the_database() {
        token();
        assertThat(app.bean(JdbcClient.class)
                        .sql(
                                "select encode(sealed_private, 'escape') from certificate.signing_key where sealed_private is not null")
                        .query((row, _) -> row.getString(1))
                        .single())
                .doesNotContain("RSA", "\"d\"", "kty");
        assertThat(keys()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void one_taken_back_is_found_so_by_us_and_by_the_list_strangers_read() {
        String token = token();
        String id = payload(token).get("id").asString();
        assertThat(revoked()).doesNotContain(id);
        Person employer = app.visitor();
        assertThat(employer.post("/kursbevis/kontroller", "tekst", token)
                        .one("#verdict")
                        .text())
                .isEqualTo("Ekte og gyldig");
        certificates().withdraw(holder, certificate);
        assertThat(revoked()).contains(id).doesNotContain(certificate.code().shown());
        assertThat(credentials().check(token))
                .isEqualTo(new Credentials.Verdict.NotCurrent(
                        Certificate.State.WITHDRAWN, certificates().today()));
        assertThat(employer.post("/kursbevis/kontroller", "tekst", "  " + token + "\n")
                        .one("#verdict")
                        .text())
                .isEqualTo("Gjelder ikke lenger");
    }

    private static String revoked() {
        return app.visitor().get("/kursbevis/tilbaketrukket.json").body();
    }

    @Test
    void the_page_says_what_is_wrong_and_keeps_what_was_pasted() {
        Person employer = app.visitor();
        assertThat(employer.post("/kursbevis/kontroller", "tekst", "").status()).isEqualTo(422);
        Person.Answer odd = employer.post("/kursbevis/kontroller", "tekst", "Kjære kollega");
        assertThat(odd.one("#verdict").text()).isEqualTo("Ikke et signert kursbevis");
        assertThat(odd.one("#tekst").text()).isEqualTo("Kjære kollega");
        Person.Answer tooLong = employer.post("/kursbevis/kontroller", "tekst", "x".repeat(20_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.one("#tekst-trouble").text()).contains("20 000 tegn");
        assertThat(employer.post("/kursbevis/kontroller", "tekst", flipped(token(), 900))
                        .one("#verdict")
                        .text())
                .isEqualTo("Endret");
    }
}
