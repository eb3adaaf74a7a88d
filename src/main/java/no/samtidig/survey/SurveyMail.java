package no.samtidig.survey;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.code.Coded;
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

    /** A mail without its link; {@link Outbox#SECRET} stands in its place. */
    record Letter(String subject, String body) {}

    Letter letter(Step step, Language language, Round round, Asker asker) {
        String title = round.questionnaire().title().in(language).value();
        return new Letter(
                texts.text(language, "survey-mail." + step.code() + ".subject", title),
                texts.text(
                        language,
                        "survey-mail." + step.code() + ".body",
                        asker.name(),
                        title,
                        round.questionnaire().minutes(),
                        date(language, round.closes()),
                        Outbox.SECRET,
                        texts.text(language, round.anonymous() ? "survey-mail.anonymous" : "survey-mail.named"),
                        asker.address()));
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
        return address.of("/svar/prove/" + round.value());
    }

    static String key(RoundId round, UUID ticket, Step step) {
        return prefix(round) + ticket + ":" + step.code();
    }

    /** What the keys of all mail of a round begin with. */
    static String prefix(RoundId round) {
        return "survey:" + round.value() + ":";
    }

    private static String date(Language language, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }
}
