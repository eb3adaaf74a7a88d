package no.samtidig.certificate.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.certificate.Certificate;
import no.samtidig.certificate.CertificateCode;
import no.samtidig.certificate.CertificatePdf;
import no.samtidig.certificate.Certificates;
import no.samtidig.certificate.Credentials;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The holder's own certificates. */
@Controller
class CertificateController {
    private final Certificates certificates;
    private final CertificatePdf pdf;
    private final Credentials credentials;
    private final KnowledgeModules modules;
    private final Texts texts;
    private final JsonMapper json;

    CertificateController(
            Certificates certificates,
            CertificatePdf pdf,
            Credentials credentials,
            KnowledgeModules modules,
            Texts texts,
            JsonMapper json) {
        this.certificates = certificates;
        this.pdf = pdf;
        this.credentials = credentials;
        this.modules = modules;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/min-side/kursbevis")
    Page mine(Visitor visitor) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        return list(holder, "");
    }

    private CertificatesPage list(Visitor.Person holder, String wordMissing) {
        return new CertificatesPage(
                certificates.of(holder),
                certificates.offers(holder),
                holder.name(),
                CertificatePdf.inLatin(holder.name()),
                certificates.today(),
                wordMissing);
    }

    @PostMapping("/min-side/kursbevis")
    Reply issue(
            Visitor visitor,
            @RequestParam("modul") String slug,
            @RequestParam(value = "gjennomgaatt", defaultValue = "false") boolean word) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        return switch (certificates.issue(
                learner, modules.module(slug).orElseThrow(ProblemException::notFound), word)) {
            case Certificates.Outcome.Issued(CertificateCode code) -> new SeeOther(code.ownPath() + "?ny");
            case Certificates.Outcome.WordNeeded _ -> list(learner, slug);
            case Certificates.Outcome.NotCompleted _ -> new SeeOther("/moduler/" + slug);
        };
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/min-side/kursbevis/kursbevis.csv")
    Reply table(Visitor visitor, Language language) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        List<String> header = Stream.of(
                        "certificate.public.module",
                        "certificate.code",
                        "certificate.state",
                        "certificate.achieved",
                        "certificate.expires",
                        "certificate.name",
                        "certificate.place",
                        "certificate.time.label",
                        "certificate.version")
                .map(it -> texts.text(language, it))
                .toList();
        return Csv.file(
                "kursbevis.csv",
                header,
                certificates.of(holder).stream().map(it -> row(it, language)).toList());
    }

    private List<String> row(Certificate it, Language language) {
        return List.of(
                it.achievement().title().in(language).value(),
                it.code().shown(),
                texts.text(language, it.state(certificates.today()).key()),
                it.achieved().toString(),
                it.expires().toString(),
                it.name(),
                it.place(),
                String.format(
                        Locale.ROOT,
                        "%d:%02d",
                        it.achievement().hours(),
                        it.achievement().minutesPast()),
                it.achievement().version().value());
    }

    @GetMapping("/min-side/kursbevis/{kode}")
    Page one(
            Visitor visitor,
            @PathVariable("kode") String code,
            @RequestParam(value = "ny", required = false) @Nullable String made,
            @RequestParam(value = "lagret", required = false) @Nullable String saved) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        CertificatePage.News news = made != null
                ? CertificatePage.News.MADE
                : saved != null ? CertificatePage.News.CHOSEN : CertificatePage.News.NOTHING;
        return new CertificatePage(own(holder, code), certificates.today(), news);
    }

    @PostMapping("/min-side/kursbevis/{kode}/visning")
    Reply choose(
            Visitor visitor,
            @PathVariable("kode") String code,
            @RequestParam(value = "navn", defaultValue = "false") boolean name,
            @RequestParam(value = "enhet", defaultValue = "false") boolean place,
            @RequestParam(value = "innhold", defaultValue = "false") boolean details,
            @RequestParam(value = "epost", defaultValue = "false") boolean email) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        Certificate certificate = own(holder, code);
        certificates.choose(holder, certificate, new Certificate.Choice(name, place, details, email));
        return new SeeOther(certificate.code().ownPath() + "?lagret");
    }

    @PostMapping("/min-side/kursbevis/{kode}/ny-utgave")
    Reply replace(Visitor visitor, @PathVariable("kode") String code) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        Certificate certificate = own(holder, code);
        return certificates
                .replace(holder, certificate)
                .map(it -> new SeeOther(it.ownPath() + "?ny"))
                .orElseGet(() -> new SeeOther(certificate.code().ownPath()));
    }

    @PostMapping("/min-side/kursbevis/{kode}/trekk-tilbake")
    Reply withdraw(
            Visitor visitor,
            @PathVariable("kode") String code,
            @RequestParam(value = "sikker", defaultValue = "false") boolean sure) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        Certificate certificate = own(holder, code);
        if (!sure) {
            return new CertificatePage(certificate, certificates.today(), CertificatePage.News.UNCONFIRMED);
        }
        certificates.withdraw(holder, certificate);
        return new SeeOther(certificate.code().ownPath());
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/min-side/kursbevis/{kode}/kursbevis.pdf")
    Reply paper(Visitor visitor, @PathVariable("kode") String code, Language language) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        return new Download("kursbevis.pdf", "application/pdf", pdf.print(telling(holder, code), language));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/min-side/kursbevis/{kode}/kursbevis.jwt")
    Reply signed(Visitor visitor, @PathVariable("kode") String code, Language language) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        String token = credentials.signed(telling(holder, code), holder, language);
        return new Download("kursbevis.jwt", "application/vc+jwt", token.getBytes(StandardCharsets.US_ASCII));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/min-side/kursbevis/{kode}/kursbevis.json")
    Reply document(Visitor visitor, @PathVariable("kode") String code, Language language) {
        Visitor.Person holder = visitor.require(Permission.OWN_ACCOUNT);
        return new Download(
                "kursbevis.json",
                "application/json",
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(credentials.document(telling(holder, code), holder, language)));
    }

    private Certificate own(Visitor.Person holder, String code) {
        return CertificateCode.read(code)
                .flatMap(it -> certificates.of(holder, it))
                .orElseThrow(ProblemException::notFound);
    }

    /** No file is made of one that was replaced or taken back. */
    private Certificate telling(Visitor.Person holder, String code) {
        Certificate certificate = own(holder, code);
        if (!certificate.state(certificates.today()).tellsFacts()) {
            throw ProblemException.notFound();
        }
        return certificate;
    }
}
