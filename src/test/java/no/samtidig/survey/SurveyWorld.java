package no.samtidig.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.disclosure.Releasing;
import no.samtidig.survey.disclosure.Shuffled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up country to ask: units, rounds, and people who answer. Everything but the sealing goes through the services. */
public final class SurveyWorld {
    /** A number, a choice that must be made, one that need not, one only some are asked, and a text. */
    public static final String QUESTIONS = """
            title: {nb: Prøve, nn: Prøve}
            introduction: {nb: Til prøve, nn: Til prøve}
            minutes: 1
            items:
              - {kind: number, code: nummer, text: {nb: Nummer, nn: Nummer}, least: 0, most: 99999}
              - kind: single
                code: svar
                text: {nb: Svar, nn: Svar}
                required: true
                options:
                  - {code: ja, nb: Ja, nn: Ja}
                  - {code: nei, nb: Nei, nn: Nei}
                  - {code: kanskje, nb: Kanskje, nn: Kanskje}
              - {kind: slider, code: skala, text: {nb: Skala, nn: Skala}, low: {nb: Lite, nn: Lite}, high: {nb: Mye, nn: Mykje}}
              - kind: single
                code: mer
                text: {nb: Mer, nn: Meir}
                show-if: {item: svar, is: ja}
                options:
                  - {code: a, nb: A, nn: A}
                  - {code: b, nb: B, nn: B}
              - {kind: long-text, code: ord, text: {nb: Ord, nn: Ord}}
            """;

    final App app;
    final JdbcClient sql;
    private final Tickets tickets;
    private final Rounds rounds;
    private final Envelope envelope;

    public SurveyWorld(App app) {
        this.app = app;
        this.sql = app.bean(JdbcClient.class);
        this.tickets = app.bean(Tickets.class);
        this.rounds = app.bean(Rounds.class);
        this.envelope = app.bean(Envelope.class);
    }

    /** Units of an owner of their own, in a county. */
    public List<UnitPath> units(String owner, String county, ServiceLevel level, int count) {
        List<Units.OwnedUnit> owned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            owned.add(new Units.OwnedUnit("u" + i, "Enhet " + owner + " " + i, county, level));
        }
        app.bean(Units.class)
                .keep(new Units.Owner(
                        owner, OwnerKind.PRIVATE_NON_PROFIT, "Eier " + owner, Optional.empty(), true, owned));
        return owned.stream()
                .map(it -> new UnitPath("no." + owner + "." + it.code()))
                .toList();
    }

    /** An open round that asks the whole country. */
    public Round open(Round.First first, boolean underway) {
        return open(QuestionnaireText.read("prove", Path.of("prove.yaml"), QUESTIONS), first, underway);
    }

    public Round open(Questionnaire questionnaire, Round.First first, boolean underway) {
        LocalDate today = LocalDate.now(app.clock());
        Round round = new Round(
                new RoundId(UUID.randomUUID()),
                "Prøverunde",
                questionnaire,
                QuestionnaireText.version(questionnaire),
                true,
                underway,
                first,
                new Round.Target(List.of(UnitPath.COUNTRY), List.of(), Set.of(), Set.of()),
                today,
                today.plusDays(30),
                Round.State.DRAFT);
        rounds.make(round, new AccountId(UUID.randomUUID()));
        rounds.open(round.id());
        return rounds.find(round.id()).orElseThrow();
    }

    /** A ticket for somebody who works there. */
    public UUID invite(Round round, UnitPath unit, StaffGroup group) {
        return tickets.issue(
                        round.id(),
                        new Tickets.Invited(Optional.empty(), Optional.empty(), Language.NB, unit, Optional.of(group)))
                .orElseThrow();
    }

    /** Somebody who works there answers. */
    public UUID answer(Round round, UnitPath unit, StaffGroup group, Map<String, List<String>> answers) {
        UUID ticket = invite(round, unit, group);
        sql.sql("insert into survey.envelope (proof, round, sealed) values (:proof, :round, :sealed)")
                .param("proof", tickets.proof(ticket))
                .param("round", round.id().value())
                .param(
                        "sealed",
                        envelope.seal(
                                new Envelope.SealedAnswer(ticket, unit, Optional.of(group), new Answers(answers)),
                                Envelope.SMALLEST))
                .update();
        return ticket;
    }

    /** Releasing that does not shuffle with chance, but with this. */
    Releasing releasing(Random random) {
        return Shuffled.by(app, random);
    }

    /** Closes the round and lets everything out. */
    public void settle(Round round) {
        settle(round, app.bean(Releasing.class));
    }

    void settle(Round round, Releasing releasing) {
        rounds.close(round.id());
        releasing.release(round.id());
    }
}
