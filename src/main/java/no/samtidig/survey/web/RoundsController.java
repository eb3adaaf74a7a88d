package no.samtidig.survey.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.Questionnaires;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundDraft;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rounds: the list, making one, and the steps from draft to closed. */
@Controller
class RoundsController {
    static final String LIST = "/undersokelser";

    /** A year with more digits is a slip, and neither the calendar nor the database reaches as far as can be typed. */
    private static final int LAST_YEAR = 9999;

    private final Running running;
    private final Recipients recipients;
    private final Questionnaires questionnaires;
    private final Texts texts;
    private final Clock clock;

    RoundsController(Running running, Recipients recipients, Questionnaires questionnaires, Texts texts, Clock clock) {
        this.running = running;
        this.recipients = recipients;
        this.questionnaires = questionnaires;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(LIST)
    Page list(Visitor visitor, @RequestParam(value = "gjort", required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_RESULTS);
        boolean runs = person.acting().role().permissions().contains(Permission.RUN_SURVEYS);
        List<RoundOverview> own = runs ? running.own(person) : List.of();
        Set<RoundId> ids = own.stream().map(it -> it.round().id()).collect(Collectors.toSet());
        return new RoundsPage(
                runs,
                own,
                running.touching(person).stream()
                        .filter(it -> !ids.contains(it.id()))
                        .toList(),
                RoundDone.of(done));
    }

    @GetMapping(LIST + "/ny")
    Page form(Visitor visitor, @RequestParam(value = "skjema", defaultValue = "") String questionnaire) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        LocalDate today = LocalDate.now(clock);
        Running.Reach reach = running.reach(person);
        return new RoundFormPage(
                questionnaires.all(),
                reach,
                new RoundFormPage.Typed(
                        "",
                        questionnaire,
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        "",
                        false,
                        Round.First.STAFF_GROUP.code(),
                        today.plusDays(1).toString(),
                        today.plusWeeks(3).toString()),
                UUID.randomUUID(),
                Set.of(),
                List.of());
    }

    @PostMapping(LIST + "/ny")
    Reply make(
            Visitor visitor,
            @RequestParam(value = "nokkel") UUID key,
            @RequestParam(value = "navn", defaultValue = "") String name,
            @RequestParam(value = "skjema", defaultValue = "") String questionnaire,
            @RequestParam(value = "sted", required = false) @Nullable List<String> places,
            @RequestParam(value = "enheter", defaultValue = "") String unitNames,
            @RequestParam(value = "niva", required = false) @Nullable List<String> levels,
            @RequestParam(value = "gruppe", required = false) @Nullable List<String> groups,
            @RequestParam(value = "anonym", defaultValue = "") String anonymous,
            @RequestParam(value = "underveis", required = false) @Nullable String underway,
            @RequestParam(value = "forst", defaultValue = "staff-group") String first,
            @RequestParam(value = "apner", defaultValue = "") String opens,
            @RequestParam(value = "lukker", defaultValue = "") String closes) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Running.Reach reach = running.reach(person);
        RoundFormPage.Typed typed = new RoundFormPage.Typed(
                name,
                questionnaire,
                places == null ? List.of() : places,
                unitNames,
                levels == null ? List.of() : levels,
                groups == null ? List.of() : groups,
                anonymous,
                underway != null,
                first,
                opens,
                closes);
        List<String> unknown = new ArrayList<>();
        RoundDraft draft = new RoundDraft(
                name,
                questionnaires.newest(questionnaire).orElse(null),
                target(reach, typed, unknown),
                anonymous.isEmpty() ? null : anonymous.equals("ja"),
                underway != null,
                Round.First.of(first),
                date(opens),
                date(closes));
        RoundId id = new RoundId(key);
        if (running.exists(id) && running.find(person, id).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (!unknown.isEmpty()) {
            return new RoundFormPage(
                    questionnaires.all(), reach, typed, key, draft.flaws(LocalDate.now(clock)), unknown);
        }
        return switch (running.make(person, draft, id)) {
            case Running.Made.Done done -> to(done.round(), RoundDone.MADE);
            case Running.Made.Refused refused ->
                new RoundFormPage(questionnaires.all(), reach, typed, key, refused.flaws(), List.of());
        };
    }

    /** What was chosen, within reach: a place, a level or a group that no form of ours offers does not exist. */
    private static Round.Target target(Running.Reach reach, RoundFormPage.Typed typed, List<String> unknown) {
        List<UnitPath> places = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        for (String place : typed.places()) {
            Optional<Unit> unit = reach.units().stream()
                    .filter(it -> it.path().value().equals(place))
                    .findFirst();
            if (place.equals(UnitPath.COUNTRY.value()) && reach.country()) {
                places.add(UnitPath.COUNTRY);
            } else if (unit.isPresent()) {
                places.add(unit.get().path());
            } else if (reach.regions().stream().anyMatch(it -> code(it).equals(place))) {
                regions.add(place);
            } else {
                throw ProblemException.notFound();
            }
        }
        typed.unitNames().lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> {
            List<Unit> named = reach.units().stream()
                    .filter(it -> it.name().equalsIgnoreCase(line)
                            || it.path().value().equals(line))
                    .toList();
            if (named.size() == 1) {
                places.add(named.getFirst().path());
            } else {
                unknown.add(line.length() > 60 ? line.substring(0, 60) + "…" : line);
            }
        });
        return new Round.Target(
                places.stream().distinct().toList(),
                regions.stream().distinct().toList(),
                typed.levels().stream()
                        .map(code -> Arrays.stream(ServiceLevel.values())
                                .filter(it -> it.code().equals(code))
                                .findFirst()
                                .orElseThrow(ProblemException::notFound))
                        .collect(Collectors.toSet()),
                typed.groups().stream()
                        .map(code -> StaffGroup.of(code).orElseThrow(ProblemException::notFound))
                        .collect(Collectors.toSet()));
    }

    static String code(Region region) {
        return region.layer().code() + "/" + region.code();
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    static Reply to(RoundId round, RoundDone done) {
        return new SeeOther(LIST + "/" + round.value() + "?gjort=" + done.code());
    }

    /** The round, if the person may run it; else it does not exist. */
    static RoundOverview find(Running running, Visitor.Person person, UUID id) {
        return running.find(person, new RoundId(id)).orElseThrow(ProblemException::notFound);
    }

    @GetMapping(LIST + "/{id}")
    Page round(
            Visitor visitor,
            Language language,
            @PathVariable("id") UUID id,
            @RequestParam(value = "gjort", required = false) @Nullable String done,
            @RequestParam(value = "antall", defaultValue = "0") String number) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = find(running, person, id);
        Instant now = clock.instant();
        boolean begun = it.round().state() != Round.State.DRAFT;
        return new RoundPage(
                it,
                who(it.round(), language),
                LocalDate.now(clock),
                begun ? List.of() : QuestionnaireCheck.of(it.round().questionnaire()),
                begun ? it.people() : recipients.people(it.round().target()).size(),
                running.remindable(it),
                Daytime.at(now) ? null : Daytime.next(now),
                UUID.randomUUID(),
                RoundDone.of(done),
                number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0);
    }

    /** The target in words: places, then levels and groups where not all. */
    private List<String> who(Round round, Language language) {
        Round.Target target = round.target();
        List<Unit> units = recipients.units(target);
        Stream<String> places = target.places().stream()
                .map(path -> path.equals(UnitPath.COUNTRY)
                        ? texts.text(language, "rounds.country")
                        : units.stream()
                                .filter(it -> it.path().equals(path))
                                .map(Unit::name)
                                .findFirst()
                                .orElse(path.value()));
        Stream<String> regions = target.regions().stream().map(this::regionName);
        Stream<String> levels = Arrays.stream(ServiceLevel.values())
                .filter(target.levels()::contains)
                .map(it -> texts.text(language, "rounds.level." + it.code()));
        Stream<String> groups = Arrays.stream(StaffGroup.values())
                .filter(target.staffGroups()::contains)
                .map(it -> texts.text(language, "staff-group." + it.code()).toLowerCase(Locale.ROOT));
        return Stream.of(places, regions, levels, groups).flatMap(it -> it).toList();
    }

    private String regionName(String region) {
        return running.regionName(region).orElse(region);
    }

    @GetMapping(LIST + "/{id}/datoer")
    Page days(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = changeable(person, id);
        return new RoundDaysPage(
                round, round.opens().toString(), round.closes().toString(), EnumSet.noneOf(RoundDraft.Flaw.class));
    }

    private Round changeable(Visitor.Person person, UUID id) {
        Round round = find(running, person, id).round();
        if (round.state() != Round.State.DRAFT && round.state() != Round.State.OPEN) {
            throw ProblemException.notFound();
        }
        return round;
    }

    @PostMapping(LIST + "/{id}/datoer")
    Reply change(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "apner", defaultValue = "") String opens,
            @RequestParam(value = "lukker", defaultValue = "") String closes) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = changeable(person, id);
        Set<RoundDraft.Flaw> flaws = running.days(person, round, date(opens), date(closes));
        return flaws.isEmpty() ? to(round.id(), RoundDone.DAYS) : new RoundDaysPage(round, opens, closes, flaws);
    }

    @PostMapping(LIST + "/{id}/apne")
    Reply open(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        return to(
                round.id(),
                switch (running.go(person, round)) {
                    case OPENED -> RoundDone.OPENED;
                    case WAITS -> RoundDone.WAITS;
                    case ALREADY -> RoundDone.NOTHING;
                    case TOO_LATE -> RoundDone.TOO_LATE;
                    case NOBODY -> RoundDone.NOBODY;
                });
    }

    @PostMapping(LIST + "/{id}/vent")
    Reply hold(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        running.hold(person, round);
        return to(round.id(), RoundDone.HELD);
    }

    @PostMapping(LIST + "/{id}/nye")
    Reply newcomers(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        running.inviteNewcomers(person, round);
        return to(round.id(), RoundDone.NEWCOMERS);
    }

    @PostMapping(LIST + "/{id}/paminn")
    Reply remind(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("steg") int step) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        return to(
                round.id(),
                switch (running.remind(person, round, step)) {
                    case ASKED -> RoundDone.REMINDED;
                    case ALREADY -> RoundDone.NOTHING;
                    case NOT_NOW -> RoundDone.NOT_NOW;
                });
    }

    @PostMapping(LIST + "/{id}/lukk")
    Reply close(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        return to(round.id(), running.close(person, round) ? RoundDone.CLOSED : RoundDone.NOTHING);
    }

    @PostMapping(LIST + "/{id}/slett")
    Reply remove(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        return running.remove(person, round)
                ? new SeeOther(LIST + "?gjort=" + RoundDone.REMOVED.code())
                : to(round.id(), RoundDone.NOTHING);
    }

    @PostMapping(LIST + "/{id}/prove")
    Reply trial(Visitor visitor, Language language, @PathVariable("id") UUID id, @RequestParam("nokkel") UUID key) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = find(running, person, id).round();
        running.trial(person, round, language, key);
        return to(round.id(), RoundDone.TRIAL);
    }

    @GetMapping(LIST + "/{id}/epost")
    Page mail(
            Visitor visitor,
            Language reading,
            @PathVariable("id") UUID id,
            @RequestParam(value = "sprak", required = false) @Nullable String language) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = find(running, person, id);
        Language shown = Language.of(language).orElse(reading);
        Language written = shown == Language.NN ? Language.NN : Language.NB;
        return new RoundMailPage(it, written, running.mails(it.round(), written));
    }
}
