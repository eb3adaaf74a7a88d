package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** The surveys that wait for a person's answer, on their own page. */
@Component
class OpenSurveys implements Errands {
    private final Tickets tickets;
    private final Rounds rounds;
    private final Texts texts;
    private final Clock clock;

    OpenSurveys(Tickets tickets, Rounds rounds, Texts texts, Clock clock) {
        this.tickets = tickets;
        this.rounds = rounds;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        List<Ticket> unused = tickets.of(person.account()).stream()
                .filter(it -> !it.used() && !it.withdrawn())
                .toList();
        if (unused.isEmpty()) {
            return List.of();
        }
        Set<UUID> answered = tickets.answered(unused.stream().map(Ticket::id).toList());
        LocalDate today = LocalDate.now(clock);
        return unused.stream()
                .filter(it -> !answered.contains(it.id()))
                .flatMap(ticket -> rounds.find(ticket.round()).stream()
                        .filter(it ->
                                it.state() == Round.State.OPEN && !it.closes().isBefore(today))
                        .map(it -> errand(it, ticket, language)))
                .toList();
    }

    private Errand errand(Round round, Ticket ticket, Language language) {
        return new Errand(
                texts.text(
                        language,
                        "rounds.errand.title",
                        round.questionnaire().title().in(language).value()),
                texts.text(
                        language, "rounds.errand.text", round.questionnaire().minutes(), language.date(round.closes())),
                texts.text(language, "rounds.errand.action"),
                "/svar/" + tickets.code(ticket.id()),
                round.closes());
    }
}
