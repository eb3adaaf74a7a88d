package no.samtidig.improvement.web.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.MailAddress;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.pipeline.OutsideContact;
import no.samtidig.improvement.pipeline.UnitCard;
import no.samtidig.improvement.pipeline.UnitCards;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The region's card of a unit: what comes next, whom to talk with, and notes. */
@Controller
class UnitCardController {
    private final Journeys journeys;
    private final UnitCards cards;
    private final ObjectProvider<JourneyPart> parts;
    private final FormKeys keys;
    private final Clock clock;

    UnitCardController(
            Journeys journeys, UnitCards cards, ObjectProvider<JourneyPart> parts, FormKeys keys, Clock clock) {
        this.journeys = journeys;
        this.cards = cards;
        this.parts = parts;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/regionen/enheter/{id}")
    Page card(
            Visitor visitor,
            Language language,
            @PathVariable("id") String id,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        UnitCard card = cards.card(journeys.visit(person, id).as(Part.COACH));
        return new CardPage(
                card,
                told(card.visit(), language),
                CardPage.Typed.of(card),
                Trouble.NONE,
                CardDone.of(done),
                LocalDate.now(clock));
    }

    @PostMapping("/regionen/enheter/{id}/neste")
    Reply step(
            Visitor visitor,
            Language language,
            @PathVariable("id") String id,
            @RequestParam(value = "neste", defaultValue = "") String typed,
            @RequestParam(value = "dag", defaultValue = "") String typedDay,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        String what = OneLine.of(typed);
        Optional<LocalDate> day = day(typedDay);
        boolean none = what.isEmpty() && typedDay.isBlank();
        Trouble trouble = none ? Trouble.NONE : stepTrouble(what, day);
        if (!trouble.any() && !cards.step(visit, none ? null : new UnitCard.Step(what, day.orElseThrow()), revision)) {
            trouble = meanwhile(visit);
        }
        return trouble.any()
                ? again(visit, language, trouble, it -> new CardPage.Typed(typed, typedDay, it.contact(), it.note()))
                : to(visit, CardDone.STEP, "neste-steg");
    }

    private Trouble stepTrouble(String what, Optional<LocalDate> day) {
        Trouble trouble = what.isEmpty()
                ? Trouble.at("neste", "unit-card.step.empty")
                : written("neste", what, UnitCard.LONGEST_STEP);
        if (day.isEmpty()) {
            return trouble.and("dag", "unit-card.day.none");
        }
        return day.get().isBefore(LocalDate.now(clock))
                        || day.get().isAfter(LocalDate.now(clock).plusYears(2))
                ? trouble.and("dag", "unit-card.day.bad")
                : trouble;
    }

    private static Trouble written(String field, String text, int most) {
        if (text.length() > most) {
            return Trouble.at(field, "unit-card.too-long", most, text.length());
        }
        return NoPatients.found(text) ? Trouble.at(field, NoPatients.REFUSAL) : Trouble.NONE;
    }

    /** What somebody else wrote meanwhile, beside what was typed. */
    private Trouble meanwhile(JourneyVisit visit) {
        UnitCard now = cards.card(visit);
        return now.step()
                .map(it -> Trouble.whole(
                        "unit-card.meanwhile.step", it.what(), it.day().toString()))
                .orElseGet(() -> Trouble.whole("unit-card.meanwhile"));
    }

    @PostMapping("/regionen/enheter/{id}/kontakt")
    Reply contact(
            Visitor visitor,
            Language language,
            @PathVariable("id") String id,
            @RequestParam(value = "kontakt-navn", defaultValue = "") String name,
            @RequestParam(value = "kontakt-adresse", defaultValue = "") String address,
            @RequestParam(value = "kontakt-telefon", defaultValue = "") String phone,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        Trouble trouble = written("kontakt-navn", OneLine.of(name), OutsideContact.LONGEST_NAME)
                .and(written("kontakt-telefon", OneLine.of(phone), OutsideContact.LONGEST_PHONE));
        String mail = OneLine.of(address);
        if (!mail.isEmpty() && MailAddress.of(mail).isEmpty()) {
            trouble = trouble.and("kontakt-adresse", "unit-card.contact.address.bad");
        }
        if (!visit.journey().stage().alive()) {
            trouble = trouble.and("", "unit-card.contact.ended");
        }
        if (!trouble.any()
                && !cards.contact(
                        visit,
                        new OutsideContact(
                                OneLine.of(name), MailAddress.of(mail).orElse(""), OneLine.of(phone)),
                        revision)) {
            trouble = meanwhile(visit);
        }
        OutsideContact typed = new OutsideContact(
                cut(name, OutsideContact.LONGEST_NAME),
                cut(address, OutsideContact.LONGEST_ADDRESS),
                cut(phone, OutsideContact.LONGEST_PHONE));
        return trouble.any()
                ? again(visit, language, trouble, it -> new CardPage.Typed(it.step(), it.day(), typed, it.note()))
                : to(visit, CardDone.CONTACT, "kontakt");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    @PostMapping("/regionen/enheter/{id}/notat")
    Reply note(
            Visitor visitor,
            Language language,
            @PathVariable("id") String id,
            @RequestParam(value = "notat", defaultValue = "") String typed,
            @RequestParam(FormKeys.FIELD) UUID key) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        return keys.once(key, () -> {
            String text = typed.replace("\r\n", "\n").strip();
            Trouble trouble = text.isEmpty()
                    ? Trouble.at("notat", "unit-card.note.empty")
                    : written("notat", text, UnitCard.LONGEST_NOTE);
            if (trouble.any()) {
                return again(
                        visit, language, trouble, it -> new CardPage.Typed(it.step(), it.day(), it.contact(), typed));
            }
            cards.note(visit, key, text);
            return to(visit, CardDone.NOTE, "notater");
        });
    }

    private Reply again(
            JourneyVisit visit,
            Language language,
            Trouble trouble,
            java.util.function.UnaryOperator<CardPage.Typed> typed) {
        UnitCard card = cards.card(visit);
        return new CardPage(
                card, told(visit, language), typed.apply(CardPage.Typed.of(card)), trouble, null, LocalDate.now(clock));
    }

    private List<JourneyPart.Section> told(JourneyVisit visit, Language language) {
        return parts.orderedStream()
                .flatMap(it -> it.section(visit, language).stream())
                .toList();
    }

    private static SeeOther to(JourneyVisit visit, CardDone done, String part) {
        return new SeeOther(CardPage.path(visit.journey())).done(done).at(part);
    }

    /** A day as a form sends it; empty where it is none. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
