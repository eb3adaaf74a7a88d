package no.samtidig.improvement.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits in agreements, on the own page: a yes, a new leader's answer, a hold that ends. Of a coach's units those the coach follows. */
@Component
class AgreementErrands implements Errands {
    /** So many days a version waits before the answer is late. Our own choice, half of the nudge for {@code INTERESTED}. */
    static final int ANSWER_WITHIN = 10;

    /** So many days before a hold ends it is told of. */
    static final int HOLD_ENDS_WITHIN = 7;

    private final Journeys journeys;
    private final CoachedStore coached;
    private final Agreements agreements;
    private final LeaderChanges changes;
    private final Texts texts;
    private final Clock clock;

    AgreementErrands(
            Journeys journeys,
            CoachedStore coached,
            Agreements agreements,
            LeaderChanges changes,
            Texts texts,
            Clock clock) {
        this.journeys = journeys;
        this.coached = coached;
        this.agreements = agreements;
        this.changes = changes;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        List<Optional<JourneyVisit>> visits =
                switch (person.acting().role()) {
                    case UNIT_LEADER -> List.of(journeys.own(person, null));
                    case REGIONAL_CONTACT ->
                        coached.alive(person.account()).stream()
                                .map(JourneyId::value)
                                .map(it -> journeys.own(person, it.toString()))
                                .toList();
                    case MILIEU_THERAPIST,
                            CLINICIAN,
                            FACILITATOR,
                            EDITOR,
                            LIVED_EXPERIENCE_CONSULTANT,
                            PROJECT_LEAD,
                            ADMINISTRATOR -> List.of();
                };
        return visits.stream()
                .flatMap(Optional::stream)
                .filter(it -> it.journey().stage().alive())
                .flatMap(it -> of(it, language).stream())
                .toList();
    }

    private List<Errand> of(JourneyVisit visit, Language language) {
        List<Errand> found = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        Optional<LeaderChange> change = changes.waiting(visit.journey());
        change.ifPresent(it -> {
            if (visit.leads()) {
                found.add(errand(visit, language, "new-leader", "/enheten/ny-leder", it.due()));
            } else if (today.isAfter(it.due())) {
                found.add(errand(visit, language, "new-leader-late", "/enheten", it.due()));
            }
        });
        Optional<Journey.Hold> hold = Optional.ofNullable(visit.journey().hold());
        if (change.isEmpty()) {
            hold.filter(it -> !today.isBefore(it.until().minusDays(HOLD_ENDS_WITHIN)))
                    .ifPresent(it -> found.add(errand(visit, language, "hold-ends", "/enheten/vent", it.until())));
        }
        if (visit.journey().holding(today).isEmpty()) {
            agreements
                    .of(visit.journey())
                    .ifPresent(it -> yes(visit, it, language).ifPresent(found::add));
        }
        return found;
    }

    private Optional<Errand> yes(JourneyVisit visit, Agreement agreement, Language language) {
        Side side = Side.of(visit.part()).orElseThrow();
        if (agreement.version().text().goal().whole() && agreement.of(side).isEmpty()) {
            return Optional.of(errand(
                    visit,
                    language,
                    "say-yes",
                    "/enheten/avtale",
                    agreement.version().made().plusDays(ANSWER_WITHIN)));
        }
        return visit.coaches()
                ? AgreementPart.offered(visit.journey().stage(), agreement)
                        .map(to ->
                                errand(visit, language, "move." + to.code(), "/enheten/flytt?til=" + to.code(), null))
                : Optional.empty();
    }

    private Errand errand(JourneyVisit visit, Language language, String what, String path, @Nullable LocalDate due) {
        String key = "agreement.errand." + what;
        return new Errand(
                texts.text(language, key, visit.unit().name()),
                due == null
                        ? texts.text(language, key + ".text")
                        : texts.text(language, key + ".text", language.date(due)),
                texts.text(language, key + ".action"),
                visit.at(path),
                due);
    }
}
