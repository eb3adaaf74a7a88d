package no.samtidig.survey;

import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.MailSeries;
import no.samtidig.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** What the mails of a round say. */
@Component
class SurveyMail {
    private final Texts texts;
    private final PublicAddress address;

    SurveyMail(Texts texts, PublicAddress address) {
        this.texts = texts;
        this.address = address;
    }

    /** Which mail; the words stand under {@code survey-mail.<code>}. */
    enum Step implements Coded {
        INVITATION("invitation"),
        FIRST_REMINDER("reminder-1"),
        SECOND_REMINDER("reminder-2");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        static Step reminder(int step) {
            return step == 1 ? FIRST_REMINDER : SECOND_REMINDER;
        }
    }

    /**
     * Who asks, as the mail says it.
     *
     * @param address where questions go
     */
    record Asker(String name, String address) {}

    Letter letter(Step step, Language language, Round round, Asker asker) {
        String title = round.questionnaire().title().in(language).value();
        return Letter.of(
                texts,
                language,
                "survey-mail." + step.code(),
                asker.name(),
                title,
                round.questionnaire().minutes(),
                language.date(round.closes()),
                Outbox.SECRET,
                texts.text(language, round.anonymous() ? "survey-mail.anonymous" : "survey-mail.named"),
                asker.address());
    }

    /** The letter as a trial to oneself: what it is stands above it. */
    Letter trial(Letter letter, Language language, String link) {
        return new Letter(
                texts.text(language, "survey-mail.trial.subject", letter.subject()),
                texts.text(language, "survey-mail.trial.body") + "\n\n"
                        + letter.body().replace(Outbox.SECRET, link));
    }

    String link(String code) {
        return address.of("/svar/" + code);
    }

    String trialLink(RoundId round) {
        return address.of("/undersokelser/" + round.value() + "/skjema");
    }

    /** All mail of a round. */
    static MailSeries series(RoundId round) {
        return new MailSeries("survey", round.value());
    }
}
