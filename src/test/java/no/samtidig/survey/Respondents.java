package no.samtidig.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds to answer, and invitations to them, for tests of answering. */
public final class Respondents {
    private final App app;
    private final RoundId round;
    private final String version;

    private Respondents(App app, RoundId round, String version) {
        this.app = app;
        this.round = round;
        this.version = version;
    }

    /** An open, anonymous round with the questionnaire of that name among the tests' or the content's files. */
    public static Respondents to(App app, String questionnaire) {
        return to(app, questionnaire, true, true);
    }

    /** The same, as is asked for. */
    public static Respondents to(App app, String questionnaire, boolean anonymous, boolean open) {
        LocalDate today = LocalDate.now(app.clock());
        return to(app, questionnaire, anonymous, open, today, today.plusDays(14));
    }

    /** The same, from day to day. */
    public static Respondents to(
            App app, String slug, boolean anonymous, boolean open, LocalDate opens, LocalDate closes) {
        Questionnaire questionnaire = read(slug);
        RoundId id = new RoundId(UUID.randomUUID());
        Rounds rounds = app.bean(Rounds.class);
        rounds.make(
                new Round(
                        id,
                        "Høsten",
                        questionnaire,
                        QuestionnaireText.version(questionnaire),
                        anonymous,
                        false,
                        Round.First.STAFF_GROUP,
                        new Round.Target(List.of(UnitPath.COUNTRY), List.of(), Set.of(), Set.of()),
                        opens,
                        closes,
                        Round.State.DRAFT),
                new AccountId(UUID.randomUUID()));
        if (open) {
            rounds.open(id);
        }
        return new Respondents(app, id, QuestionnaireText.version(questionnaire));
    }

    private static Questionnaire read(String slug) {
        try {
            Path own = Path.of("src/test/resources/questionnaires", slug + ".yaml");
            Path file = Files.exists(own) ? own : Path.of("content/questionnaires", slug + ".yaml");
            return QuestionnaireText.read(slug, file, Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public RoundId round() {
        return round;
    }

    public String version() {
        return version;
    }

    /** The code of a new invitation that knows the staff group. */
    public String code() {
        return code(Optional.of(StaffGroup.CLINICIAN), Language.NB, Optional.empty());
    }

    /** The code of a new invitation. */
    public String code(Optional<StaffGroup> group, Language language, Optional<AccountId> account) {
        return app.bean(Tickets.class).code(ticket(group, language, account));
    }

    /** A new invitation. */
    public UUID ticket(Optional<StaffGroup> group, Language language, Optional<AccountId> account) {
        return app.bean(Tickets.class)
                .issue(
                        round,
                        new Tickets.Invited(
                                account, Optional.empty(), language, new UnitPath("no.fagerdal.dps_fjordheim"), group))
                .orElseThrow();
    }

    /** What lies in envelopes of the round, as it was sent. */
    public List<Answers> sent() {
        Envelope envelope = app.bean(Envelope.class);
        return sealed().stream().map(it -> envelope.open(it).answers()).toList();
    }

    /** The staff groups that envelopes of the round tell. */
    public List<Optional<StaffGroup>> groups() {
        Envelope envelope = app.bean(Envelope.class);
        return sealed().stream().map(it -> envelope.open(it).staffGroup()).toList();
    }

    /** The envelopes of the round, sealed. */
    public List<byte[]> sealed() {
        return app.bean(JdbcClient.class)
                .sql("select sealed from survey.envelope where round = :round and sealed is not null")
                .param("round", round.value())
                .query((row, _) -> row.getBytes(1))
                .list();
    }
}
