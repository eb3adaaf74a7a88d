package no.samtidig.survey.web.rounds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundList;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Targeting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rounds: the list, each one, and throwing away one that never opened. */
@Controller
class RoundsController {
    private final Running running;
    private final Targeting targeting;
    private final Mailing mailing;
    private final Recipients recipients;
    private final Texts texts;
    private final Clock clock;

    RoundsController(
            Running running, Targeting targeting, Mailing mailing, Recipients recipients, Texts texts, Clock clock) {
        this.running = running;
        this.targeting = targeting;
        this.mailing = mailing;
        this.recipients = recipients;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/undersokelser")
    Reply list(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.SEE_RESULTS);
        boolean runs = Running.may(person, Purpose.GENERAL);
        RoundSearch search = RoundSearch.of(
                "/undersokelser",
                query,
                RoundsPage.STATES.stream()
                        .filter(it -> runs || it != Round.State.DRAFT) // those of others are seen when they have begun
                        .toArray(Round.State[]::new));
        RoundList rounds = running.list(person, Purpose.GENERAL, search.query());
        return search.beyond(rounds)
                ? new SeeOther(search.asked().at(1))
                : new RoundsPage(runs, search, rounds, RoundDone.of(query.get(SeeOther.DONE)));
    }

    @GetMapping("/undersokelser/{id}")
    Page round(
            Visitor visitor,
            Language language,
            @PathVariable("id") UUID id,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done,
            @RequestParam(value = "antall", defaultValue = "0") String number) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = OneRound.find(running, person, id);
        Instant now = clock.instant();
        boolean begun = it.round().state() != Round.State.DRAFT;
        return new RoundPage(
                it,
                who(it.round(), language),
                LocalDate.now(clock),
                begun ? List.of() : QuestionnaireCheck.of(it.round().questionnaire()),
                begun ? it.people() : recipients.people(it.round().target()).size(),
                mailing.remindable(it),
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
        return targeting.regionName(region).orElse(region);
    }

    @PostMapping("/undersokelser/{id}/slett")
    Reply remove(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        return running.remove(person, round)
                ? new SeeOther("/undersokelser").done(RoundDone.REMOVED)
                : OneRound.to(round.id(), RoundDone.NOTHING);
    }
}
