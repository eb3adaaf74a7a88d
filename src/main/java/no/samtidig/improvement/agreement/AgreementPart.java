package no.samtidig.improvement.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Stage;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The agreement on the unit's page. */
@Component
@Order(10)
class AgreementPart implements JourneyPart {
    private static final String PATH = "/enheten/avtale";

    private final Agreements agreements;
    private final LeaderChanges changes;
    private final Stopping stopping;
    private final Texts texts;

    AgreementPart(Agreements agreements, LeaderChanges changes, Stopping stopping, Texts texts) {
        this.agreements = agreements;
        this.changes = changes;
        this.stopping = stopping;
        this.texts = texts;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        Optional<Agreement> agreement = agreements.of(visit.journey());
        List<String> lines = new ArrayList<>();
        stopping.of(visit.journey()).map(Farewell::told).ifPresent(lines::add);
        agreement.map(it -> goal(it, language)).ifPresent(lines::add);
        if (agreement.isEmpty()) {
            lines.add(texts.text(language, "agreement.part.none"));
        } else if (visit.leads() || visit.coaches()) {
            lines.add(texts.text(language, agreement.get().agreed() ? "agreement.part.agreed" : "agreement.part.open"));
        }
        return Optional.of(new Section(
                texts.text(language, visit.leads() || visit.coaches() ? "agreement.title" : "agreement.part.staff"),
                lines,
                new Way(texts.text(language, "agreement.part.read"), visit.at(PATH))));
    }

    private static String goal(Agreement agreement, Language language) {
        return agreement.version().clauses().stream()
                .filter(Clause::goal)
                .findFirst()
                .map(it -> agreement
                        .version()
                        .text()
                        .goal()
                        .in(it.text().in(language).value()))
                .orElseThrow();
    }

    /** The goal of the agreement stands first in the status; the goals of the results meetings follow. */
    @Override
    public List<Report> report(Journey journey, Language language) {
        return agreements
                .of(journey)
                .filter(it -> it.version().text().goal().whole())
                .map(it -> List.of(new Report(Topic.GOALS, List.of(goal(it, language)))))
                .orElse(List.of());
    }

    @Override
    public Optional<Step> next(JourneyVisit visit, Language language) {
        Optional<Side> side = Side.of(visit.part());
        if (side.isEmpty() || !visit.journey().stage().alive()) {
            return Optional.empty();
        }
        Optional<LeaderChange> change = changes.waiting(visit.journey());
        if (change.isPresent()) {
            return visit.leads()
                    ? Optional.of(step(
                            language,
                            "new-leader",
                            10,
                            "/enheten/ny-leder",
                            change.get().due()))
                    : Optional.empty();
        }
        Optional<Agreement> agreement = agreements.of(visit.journey());
        Stage stage = visit.journey().stage();
        if (agreement.isEmpty() || !agreement.get().version().text().goal().whole()) {
            return stage == Stage.INTERESTED
                    ? Optional.of(step(language, "fill-in", 10, visit.at(PATH + "/endre"), null))
                    : Optional.empty();
        }
        if (agreement.get().of(side.get()).isEmpty()) {
            return Optional.of(step(
                    language,
                    "say-yes",
                    10,
                    visit.at(PATH),
                    agreement.get().version().made().plusDays(AgreementErrands.ANSWER_WITHIN)));
        }
        if (stage == Stage.AGREED && !agreement.get().anchored()) {
            return Optional.of(step(language, "anchor", 10, visit.at(PATH + "#sjekkliste"), null));
        }
        if (visit.coaches() && offered(stage, agreement.get()).isPresent()) {
            String to = offered(stage, agreement.get()).get().code();
            return Optional.of(step(language, "move." + to, 0, visit.at("/enheten/flytt?til=" + to), null));
        }
        return Optional.empty();
    }

    /** The stage that everything is there for. */
    static Optional<Stage> offered(Stage stage, Agreement agreement) {
        if (stage == Stage.INTERESTED && agreement.agreed()) {
            return Optional.of(Stage.AGREED);
        }
        return stage == Stage.AGREED && agreement.anchored() ? Optional.of(Stage.ANCHORED) : Optional.empty();
    }

    private Step step(Language language, String what, int minutes, String path, @Nullable LocalDate due) {
        String key = "agreement.step." + what;
        return new Step(
                texts.text(language, key),
                texts.text(language, key + ".text"),
                minutes,
                new Way(texts.text(language, key + ".action"), path),
                due);
    }
}
