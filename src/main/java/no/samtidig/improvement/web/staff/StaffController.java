package no.samtidig.improvement.web.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.StaffMember;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journeys;
import no.samtidig.learning.Completions;
import no.samtidig.learning.StaffCompletion;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The leader's page on who has completed what. */
@Controller
class StaffController {
    private final Completions completions;
    private final Journeys journeys;
    private final Texts texts;
    private final Clock clock;

    StaffController(Completions completions, Journeys journeys, Texts texts, Clock clock) {
        this.completions = completions;
        this.journeys = journeys;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/enheten/ansatte")
    Page staff(Visitor visitor) {
        Visitor.Person leader = visitor.require(Permission.SEE_COMPLETION);
        return new StaffPage(
                leader.acting().place(),
                leader.account(),
                journeys.own(leader, null),
                completions.finished(),
                completions.ofStaff(leader, Completions.Look.SEEN));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/enheten/fullfort.csv")
    Reply export(Visitor visitor, Language language) {
        Visitor.Person leader = visitor.require(Permission.SEE_COMPLETION);
        LocalDate today = LocalDate.now(clock);
        List<List<String>> rows = new ArrayList<>();
        for (StaffCompletion one : completions.ofStaff(leader, Completions.Look.EXPORTED)) {
            one.modules().forEach(it -> rows.add(row(one.member(), it, today, language)));
        }
        List<String> header = Stream.of("name", "roles", "module", "completed", "lessons", "last", "whole", "fetched")
                .map(it -> texts.text(language, "unit-staff.csv." + it))
                .toList();
        return Csv.file("fullfort-" + today + ".csv", header, rows);
    }

    private List<String> row(StaffMember member, StaffCompletion.InModule in, LocalDate today, Language language) {
        String roles = member.posts().stream()
                .map(it -> texts.text(language, "role." + it.role().code()) + ", " + it.place())
                .collect(Collectors.joining(" / "));
        return List.of(
                member.name(),
                roles,
                in.module().title().in(language).value(),
                String.valueOf(in.completed()),
                String.valueOf(in.lessons()),
                in.last().map(LocalDate::toString).orElse(""),
                in.whole().map(LocalDate::toString).orElse(""),
                today.toString());
    }
}
