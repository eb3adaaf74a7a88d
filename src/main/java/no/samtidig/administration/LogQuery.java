package no.samtidig.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.organisation.Place;
import no.samtidig.platform.code.Coded;

/**
 * What is asked of the audit log.
 *
 * @param words of the name or address of who did something, or to whom
 * @param topic what sort of thing
 * @param place only lines about it, or about what lies below it
 * @param from the first day
 * @param to the last day
 * @param offset lines before this page
 * @param rows lines on a page
 */
public record LogQuery(
        String words,
        Optional<Topic> topic,
        Optional<Place> place,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int offset,
        int rows) {
    /** Lines counted at most: whoever wants more narrows by days. */
    public static final int MOST = 10_000;

    /** What lines are about; the word stands under {@code log.topic.<code>}. */
    public enum Topic implements Coded {
        SIGN_IN("innlogging", "l.action in ('signed in', 'acted as')"),
        ROLES("roller", "l.kind = 'account' and (l.action like 'granted %' or l.action like 'revoked %')"),
        INVITATIONS("invitasjoner", "l.kind = 'invitation'"),
        /** Who looked at others, or took out what is about them. */
        LOOKS("innsyn", "(l.action like 'saw%' or l.action like 'exported%' or l.action like 'took out%')"),
        ACCOUNTS(
                "kontoer",
                "l.kind = 'account' and l.action not in ('signed in', 'acted as', 'saw')"
                        + " and l.action not like 'granted %' and l.action not like 'revoked %'"),
        SURVEYS("undersokelser", "l.kind in ('survey-round', 'survey-results', 'questionnaire')"),
        CERTIFICATES("kursbevis", "l.kind = 'certificate'"),
        PLACES("steder", "l.kind = 'place'"),
        MAIL("epost", "l.kind = 'mail'"),
        JOBS("jobber", "l.kind = 'job'");

        private final String code;
        private final String sql;

        Topic(String code, String sql) {
            this.code = code;
            this.sql = sql;
        }

        @Override
        public String code() {
            return code;
        }

        String sql() {
            return sql;
        }
    }

    /** As {@code like} takes them. */
    List<String> patterns() {
        return PeopleQuery.patterns(words);
    }
}
