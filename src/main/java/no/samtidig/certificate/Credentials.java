package no.samtidig.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Aim;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.certificate.CertificateStore.Found;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Norway;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.code.Digest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A certificate as an Open Badges 3.0 credential, signed as the specification's VC-JWT (RS256, the key named by an address it can be
 * fetched from), and the checking of such. The credential names nobody: only where the holder chose it does it hold a salted digest of
 * the mail address, which tells somebody who knows the address that it is the right one.
 */
@Service
public class Credentials {
    /** Longer than any of ours; more is not read. */
    public static final int LONGEST = 20_000;

    private static final List<String> CONTEXT = List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
    private static final String URN = "urn:uuid:";

    private final CertificateStore store;
    private final SigningKeys keys;
    private final KnowledgeModules modules;
    private final PublicAddress address;
    private final Texts texts;
    private final Clock clock;

    Credentials(
            CertificateStore store,
            SigningKeys keys,
            KnowledgeModules modules,
            PublicAddress address,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.modules = modules;
        this.address = address;
        this.texts = texts;
        this.clock = clock;
    }

    /** How checking a credential ended. */
    public sealed interface Verdict {
        /** Signed by us, unchanged, and in force. */
        record Valid(LocalizedText title, LocalDate achieved, LocalDate expires) implements Verdict {}

        /** Signed by us and unchanged, and once true; what the state says. */
        record NotCurrent(Certificate.State state, LocalDate since) implements Verdict {}

        /** It says that it is signed with a key of ours, and it is not what was signed. */
        record Changed() implements Verdict {}

        /** Signed by somebody else, or by nobody we know. */
        record UnknownKey() implements Verdict {}

        /** Not a signed credential at all. */
        record NoCredential() implements Verdict {}
    }

    /** The credential as it is signed, for a reader of the language. */
    @Transactional(readOnly = true)
    public Map<String, Object> document(Certificate certificate, Visitor.Person holder, Language language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.put("id", URN + certificate.id());
        document.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        document.put("name", certificate.achievement().title().in(language).value());
        document.put("issuer", issuer());
        document.put("validFrom", instant(certificate.issued()));
        document.put("validUntil", instant(endOf(certificate.expires())));
        document.put("awardedDate", instant(startOf(certificate.achieved())));
        document.put("credentialSubject", subject(certificate, holder, language));
        document.put(
                "credentialStatus",
                Map.of("id", address.of("/kursbevis/tilbaketrukket.json"), "type", "1EdTechRevocationList"));
        return document;
    }

    private Map<String, Object> subject(Certificate certificate, Visitor.Person holder, Language language) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", subjectId(certificate));
        subject.put("type", List.of("AchievementSubject"));
        store.salt(certificate.id()).ifPresent(salt -> {
            Map<String, Object> identity = new LinkedHashMap<>();
            identity.put("type", "IdentityObject");
            identity.put("hashed", true);
            identity.put("identityHash", "sha256$" + Digest.hex(holder.email().toLowerCase(Locale.ROOT) + salt));
            identity.put("identityType", "emailAddress");
            identity.put("salt", salt);
            subject.put("identifier", List.of(identity));
        });
        subject.put("achievement", achievement(certificate.achievement(), language));
        return subject;
    }

    /** Stands for the holder in this one credential, so that two credentials do not tell that they are the same person's. */
    private static String subjectId(Certificate certificate) {
        return URN + UUID.nameUUIDFromBytes(("subject of " + certificate.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** Who issues: the service itself. */
    public Map<String, Object> issuer() {
        Map<String, Object> issuer = new LinkedHashMap<>();
        issuer.put("id", address.of("/kursbevis/utsteder.json"));
        issuer.put("type", List.of("Profile"));
        issuer.put("name", "Samtidig");
        issuer.put("url", address.of("/"));
        return issuer;
    }

    /** The issuer as a document of its own. */
    public Map<String, Object> issuerDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.putAll(issuer());
        return document;
    }

    /** What was achieved, by module and wording: of a certificate, or the module as it is now. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> achievementDocument(String module, String version, Language language) {
        return store.achievement(module, new ContentVersion(version))
                .or(() -> modules.module(module)
                        .map(Achievement::of)
                        .filter(it -> it.version().value().equals(version)))
                .map(it -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("@context", CONTEXT);
                    document.putAll(achievement(it, language));
                    return document;
                });
    }

    private Map<String, Object> achievement(Achievement it, Language language) {
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put(
                "id",
                address.of(
                        "/kursbevis/modul/" + it.module() + "/" + it.version().value() + ".json"));
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "Course");
        achievement.put("name", it.title().in(language).value());
        achievement.put("inLanguage", it.title().in(language).language().tag());
        achievement.put("version", it.version().value());
        achievement.put(
                "description",
                texts.text(
                        language,
                        "certificate.badge.description",
                        it.title().in(language).value(),
                        it.lessons().size(),
                        it.hours(),
                        it.minutesPast()));
        achievement.put("criteria", Map.of("narrative", criteria(it, language)));
        achievement.put("tag", it.aims().stream().map(aim -> aim(aim, language)).toList());
        return achievement;
    }

    private String criteria(Achievement it, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text(language, "certificate.badge.criteria"));
        it.lessons()
                .forEach(lesson ->
                        lines.add("* " + lesson.title().in(language).value() + " (" + lesson.minutes() + " min)"));
        return String.join("\n", lines);
    }

    private String aim(Aim aim, Language language) {
        return texts.text(language, "aim." + aim.code());
    }

    /** The credential signed, as a compact VC-JWT. */
    @Transactional
    public String signed(Certificate certificate, Visitor.Person holder, Language language) {
        Map<String, Object> payload = new LinkedHashMap<>(document(certificate, holder, language));
        payload.put("iss", address.of("/kursbevis/utsteder.json"));
        payload.put("jti", URN + certificate.id());
        payload.put("sub", subjectId(certificate));
        payload.put("nbf", certificate.issued().toEpochSecond());
        payload.put("exp", endOf(certificate.expires()).toEpochSecond());
        RSAKey key = keys.current();
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(payload));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** Checks what somebody was given. */
    @Transactional(readOnly = true)
    public Verdict check(String given) {
        String text = given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Verdict.NoCredential();
        }
        JWSObject token;
        try {
            token = JWSObject.parse(text);
        } catch (ParseException | IllegalArgumentException _) {
            return new Verdict.NoCredential();
        }
        JWSHeader header = token.getHeader();
        Optional<RSAKey> key = Optional.ofNullable(header.getKeyID()).flatMap(keys::named);
        if (key.isEmpty()) {
            return new Verdict.UnknownKey();
        }
        return signedWith(key.get(), token) ? standing(token) : new Verdict.Changed();
    }

    /** With our one algorithm: a header that asks for another is not ours. */
    private static boolean signedWith(RSAKey key, JWSObject token) {
        try {
            return JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) && token.verify(new RSASSAVerifier(key));
        } catch (JOSEException _) {
            return false;
        }
    }

    private Verdict standing(JWSObject token) {
        Map<String, Object> payload = token.getPayload().toJSONObject();
        if (payload == null || !(payload.get("id") instanceof String id) || !id.startsWith(URN)) {
            return new Verdict.NoCredential();
        }
        LocalDate today = LocalDate.now(clock);
        return store.byId(UUID.fromString(id.substring(URN.length())))
                .<Verdict>map(found -> switch (found) {
                    case Found.Deleted(LocalDate on, LocalDate _) ->
                        new Verdict.NotCurrent(Certificate.State.WITHDRAWN, on);
                    case Found.Held(Certificate it) -> {
                        PublicCertificate shown = PublicCertificate.of(it, today);
                        yield shown.state() == Certificate.State.VALID
                                ? new Verdict.Valid(it.achievement().title(), it.achieved(), it.expires())
                                : new Verdict.NotCurrent(shown.state(), shown.since());
                    }
                })
                .orElseGet(Verdict.UnknownKey::new);
    }

    /** The list of credentials that are no longer to be believed (1EdTech Revocation List): ids only. */
    @Transactional(readOnly = true)
    public Map<String, Object> revoked() {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("id", address.of("/kursbevis/tilbaketrukket.json"));
        list.put("issuer", address.of("/kursbevis/utsteder.json"));
        list.put(
                "revokedCredentials",
                store.revoked(LocalDate.now(clock)).stream()
                        .map(it -> Map.of("id", URN + it, "revoked", true))
                        .toList());
        return list;
    }

    /** The moment the day is over: a certificate is valid to the end of its last day. */
    private OffsetDateTime endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(Norway.ZONE).toOffsetDateTime();
    }

    private static String instant(OffsetDateTime at) {
        return DateTimeFormatter.ISO_INSTANT.format(
                at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }
}
