package no.samtidig.survey.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.LargeUpload;
import no.samtidig.survey.Importing;
import no.samtidig.survey.NamedAnswers;
import no.samtidig.survey.PaperTickets;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Who is invited to a round: the staff, lists of addresses, tickets on paper; and taking an invitation back. */
@Controller
class InvitedController {
    private static final String ROUND = RoundsController.LIST + "/{id}";

    private final Running running;
    private final Recipients recipients;
    private final Importing importing;
    private final PaperTickets paper;
    private final NamedAnswers named;
    private final Texts texts;
    private final PublicAddress address;

    InvitedController(
            Running running,
            Recipients recipients,
            Importing importing,
            PaperTickets paper,
            NamedAnswers named,
            Texts texts,
            PublicAddress address) {
        this.running = running;
        this.recipients = recipients;
        this.importing = importing;
        this.paper = paper;
        this.named = named;
        this.texts = texts;
        this.address = address;
    }

    /** A list of 100,000 addresses. */
    @Bean
    static LargeUpload addressLists() {
        return new LargeUpload(ROUND + "/adresser", DataSize.ofMegabytes(11));
    }

    private Round round(Visitor.Person person, UUID id) {
        return RoundsController.find(running, person, id).round();
    }

    @GetMapping(ROUND + "/hvem")
    Page who(
            Visitor visitor, @PathVariable("id") UUID id, @RequestParam(value = "enhet", defaultValue = "") String at) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = RoundsController.find(running, person, id);
        List<Running.UnitCount> units = running.byUnit(it);
        Running.UnitCount chosen = at.isEmpty()
                ? null
                : units.stream()
                        .filter(unit -> unit.unit().path().value().equals(at))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
        running.looked(person, it.round().id());
        return new RoundWhoPage(it, units, chosen);
    }

    /** What those who were invited answered, in a round that is not anonymous. */
    @GetMapping(ROUND + "/svar-med-navn.csv")
    Download namedAnswers(Visitor visitor, @PathVariable("id") UUID id, Language language) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = round(person, id);
        if (round.anonymous()) {
            throw ProblemException.notFound();
        }
        List<List<String>> table = named.table(
                person,
                round,
                texts.text(language, "rounds.named-answers.name"),
                texts.text(language, "rounds.named-answers.gone"));
        return Csv.file("svar-med-navn.csv", table.getFirst(), table.subList(1, table.size()));
    }

    @GetMapping(ROUND + "/invitasjoner")
    Page invitations(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "q", defaultValue = "") String part,
            @RequestParam(value = "gjort", required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = round(person, id);
        running.looked(person, round.id());
        return new RoundTicketsPage(
                round,
                running.invitations(round, part),
                recipients.units(round.target()).stream()
                        .collect(Collectors.toMap(it -> it.path().value(), Unit::name)),
                part,
                RoundDone.of(done));
    }

    @PostMapping(ROUND + "/invitasjoner/{ticket}/trekk")
    Reply withdraw(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("ticket") UUID ticket) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = round(person, id);
        running.withdraw(person, round, ticket); // says the same whether it was used: that is nobody's business
        return new SeeOther(RoundsController.LIST + "/" + id + "/invitasjoner?gjort=" + RoundDone.WITHDRAWN.code());
    }

    /** The round, if lists and paper can be used for it: with names, only accounts can answer. */
    private Round open(Visitor.Person person, UUID id) {
        Round round = round(person, id);
        if (!round.anonymous() || (round.state() != Round.State.DRAFT && round.state() != Round.State.OPEN)) {
            throw ProblemException.notFound();
        }
        return round;
    }

    @GetMapping(ROUND + "/adresser")
    Page addresses(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        return addressForm(open(person, id), "", null);
    }

    private Page addressForm(Round round, String typed, Importing.Staged.@Nullable Refused refused) {
        return new RoundAddressesPage(
                round, recipients.units(round.target()).stream().map(Unit::name).toList(), typed, refused);
    }

    @PostMapping(ROUND + "/adresser")
    Reply stage(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "liste", defaultValue = "") String pasted,
            @RequestParam(value = "fil", required = false) @Nullable MultipartFile file) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        String content = file == null || file.isEmpty() ? pasted : Importing.text(bytes(file));
        return switch (importing.stage(person, round, content)) {
            case Importing.Staged.Waits waits ->
                new SeeOther(RoundsController.LIST + "/" + id + "/adresser/" + waits.stage());
            case Importing.Staged.Refused refused -> addressForm(round, pasted, refused);
        };
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @GetMapping(ROUND + "/adresser/{stage}")
    Page look(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("stage") UUID stage) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        return importing
                .preview(person, round, stage)
                .map(it -> new RoundAddressesLookPage(round, it))
                .orElseThrow(ProblemException::notFound);
    }

    @PostMapping(ROUND + "/adresser/{stage}")
    Reply confirm(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @PathVariable("stage") UUID stage,
            @RequestParam(value = "nei", required = false) @Nullable String no) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        if (no != null) {
            importing.forget(person, round, stage);
            return new SeeOther(RoundsController.LIST + "/" + id + "/adresser");
        }
        return importing
                .confirm(person, round, stage)
                .<Reply>map(made -> new SeeOther(
                        RoundsController.LIST + "/" + id + "?gjort=" + RoundDone.ADDRESSES.code() + "&antall=" + made))
                .orElseGet(() -> RoundsController.to(round.id(), RoundDone.NOTHING));
    }

    @GetMapping(ROUND + "/ark")
    Page paper(Visitor visitor, Language language, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        List<Unit> units = recipients.units(round.target());
        return paperForm(
                round,
                units,
                new RoundPaperPage.Typed(
                        units.size() == 1 ? units.getFirst().path().value() : "",
                        "10",
                        language == Language.NN ? Language.NN : Language.NB),
                UUID.randomUUID(),
                null);
    }

    private Page paperForm(
            Round round,
            List<Unit> units,
            RoundPaperPage.Typed typed,
            UUID key,
            RoundPaperPage.@Nullable Trouble trouble) {
        return new RoundPaperPage(round, units, paper.sheets(round), typed, key, trouble);
    }

    @PostMapping(ROUND + "/ark")
    Reply print(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam("nokkel") UUID key,
            @RequestParam(value = "enhet", defaultValue = "") String at,
            @RequestParam(value = "antall", defaultValue = "") String typedCount,
            @RequestParam(value = "sprak", defaultValue = "nb") String typedLanguage) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        List<Unit> units = recipients.units(round.target());
        Language language =
                Language.of(typedLanguage).filter(it -> it != Language.EN).orElseThrow(ProblemException::notFound);
        RoundPaperPage.Typed typed = new RoundPaperPage.Typed(at, typedCount, language);
        if (at.isEmpty()) {
            return paperForm(round, units, typed, key, RoundPaperPage.Trouble.NO_UNIT);
        }
        Unit unit = units.stream()
                .filter(it -> it.path().value().equals(at))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        int count = typedCount.strip().matches("\\d{1,4}") ? Integer.parseInt(typedCount.strip()) : 0;
        if (count < 1 || count > PaperTickets.MOST) {
            return paperForm(round, units, typed, key, RoundPaperPage.Trouble.COUNT);
        }
        return paper.make(person, round, key, unit, language, count)
                ? new SeeOther(RoundsController.LIST + "/" + id + "/ark/" + key)
                : RoundsController.to(round.id(), RoundDone.NOTHING);
    }

    @GetMapping(ROUND + "/ark/{sheet}")
    Page sheet(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("sheet") UUID sheet) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        PaperTickets.Sheet found = paper.sheet(round, sheet).orElseThrow(ProblemException::notFound);
        return new RoundSheetPage(round, found, paper.slips(round, found), RoundSheetPage.shown(address));
    }

    @PostMapping(ROUND + "/ark/{sheet}/trekk")
    Reply withdrawSheet(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("sheet") UUID sheet) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = open(person, id);
        paper.withdraw(person, round, sheet);
        return new SeeOther(RoundsController.LIST + "/" + id + "/ark");
    }
}
