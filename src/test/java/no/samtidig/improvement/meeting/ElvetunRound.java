package no.samtidig.improvement.meeting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.Responding;
import no.samtidig.survey.Round;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Tickets;
import no.samtidig.survey.disclosure.Releasing;

/** A GAP round of Elvetun that is over, as its leader and its staff made it: what a results meeting is about. */
public final class ElvetunRound {
    public static final String LEADER = "maren.fjellheim@sundvik.invalid";
    private static final String GAP = "/enheten/gap";
    private static final UnitPath ELVETUN = new UnitPath("no.sundvik_sykehus_hf.elvetun");
    private static final List<String> INTAKE =
            List.of("p-spor-utsatt", "p-spor-utovd", "p-grense-forst", "p-spor-alene");

    private ElvetunRound() {}

    /** Somebody of the made-up world. */
    public static Person signedIn(App app, String email) {
        Person person = app.visitor();
        if (!person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                .path()
                .equals("/min-side")) {
            throw new AssertionError(email + " could not sign in");
        }
        return person;
    }

    public static Journey journey(App app) {
        Accounts accounts = app.bean(Accounts.class);
        AccountId leader = accounts.byEmail(LEADER).orElseThrow();
        return app.bean(Journeys.class)
                .visit(Objects.requireNonNull(accounts.visitor(leader, null).person()), null)
                .journey();
    }

    public static GapRound last(App app) {
        return app.bean(GapRounds.class).of(journey(app)).getLast();
    }

    /** So many answered: intake is seldom done, all else often. Returns the leader, signed in. */
    public static Person settled(App app, int answered) {
        Person leader = signedIn(app, LEADER);
        leader.form(leader.get(GAP), "Lag runden")
                .choose("Bor folk hos dere, med ansatte om natta?", "Ja")
                .send();
        GapRound round = last(app);
        leader.post(GAP + "/" + round.id().value() + "/apne");
        long days = round.opens().toEpochDay() - LocalDate.now(app.clock()).toEpochDay();
        if (days > 0) {
            app.clock().forward(Duration.ofDays(days));
            app.bean(Rounds.class).open(round.id());
        }
        for (int i = 0; i < answered; i++) {
            answer(app, app.bean(Rounds.class).find(round.id()).orElseThrow(), i);
        }
        leader.post(GAP + "/" + round.id().value() + "/lukk");
        app.bean(Releasing.class).release(round.id());
        if (!last(app).settled()) {
            throw new AssertionError("the round is not settled");
        }
        return leader;
    }

    private static void answer(App app, Round round, int who) {
        Questionnaire questionnaire = round.questionnaire();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("jobber-som", List.of(StaffGroup.MILIEU.code()));
        questionnaire.questions().forEach(it -> {
            if (it instanceof Item.Frequency) {
                int often = INTAKE.contains(it.code()) ? who % 3 / 2 : 3 + who % 2;
                answers.put(it.code(), List.of(Integer.toString(often)));
            } else if (it instanceof Item.Importance) {
                answers.put(it.code(), List.of(Integer.toString(who % 3 == 0 ? 3 : 4)));
            } else if (it instanceof Item.Slider) {
                answers.put(it.code(), List.of("7"));
            }
        });
        UUID ticket = app.bean(Tickets.class)
                .issue(
                        round.id(),
                        new Tickets.Invited(
                                Optional.empty(),
                                Optional.empty(),
                                Language.NB,
                                ELVETUN,
                                Optional.of(StaffGroup.MILIEU)))
                .orElseThrow();
        app.bean(Responding.class)
                .send(
                        app.bean(Tickets.class).code(ticket),
                        round.version(),
                        questionnaire.fill(new Answers(answers)).answers(),
                        Optional.empty(),
                        "");
    }

    /** A meeting of so many minutes is begun about it; returns the address of its screen. */
    public static String begun(App app, Person leader, int minutes) {
        return leader.post("/enheten/mote", "nokkel", UUID.randomUUID().toString(), "lengde", String.valueOf(minutes))
                .path();
    }

    /** The code on the screen. */
    public static String code(Person leader, String stage) {
        return leader.get(stage).one(".stage__big").text().replace(" ", "");
    }
}
