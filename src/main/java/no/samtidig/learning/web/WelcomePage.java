package no.samtidig.learning.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.access.Grant;
import no.samtidig.catalogue.Profession;
import no.samtidig.learning.Beginnings;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The first visit: is this right, and then where to begin.
 *
 * @param name what to call the person
 * @param acting the role acted in
 * @param grants all roles
 * @param confirmed whether the person has said what they work as
 * @param asking whether the question is shown, rather than where to begin
 * @param profession what they said, or most likely work as
 * @param read what to read first
 * @param practice what to do first
 * @param third the third card
 * @param unchosen whether the question was sent without an answer
 */
public record WelcomePage(
        String name,
        Grant acting,
        List<Grant> grants,
        boolean confirmed,
        boolean asking,
        Optional<Profession> profession,
        Beginnings.@Nullable Piece read,
        Beginnings.@Nullable Piece practice,
        Third third,
        boolean unchosen)
        implements Page {
    private static final String OTHER = "annet";

    public WelcomePage {
        grants = List.copyOf(grants);
    }

    /** The third card: what the role needs first besides reading. Its words stand under {@code welcome.<code>}. */
    public enum Third implements Coded {
        INVITE("/invitasjoner"),
        COVERAGE("/redaksjon/dekning"),
        SEEN("/dette-ser-lederen");

        private final String path;

        Third(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    /** What the reader can say that they work as; the last is none of them. */
    public List<Option> professions(View view) {
        return Stream.concat(
                        Arrays.stream(Profession.values())
                                .map(it -> Option.of(it.code(), view.text("profession." + it.code()))),
                        Stream.of(Option.of(OTHER, view.text("welcome.profession.other"))))
                .toList();
    }

    /** The reader's roles, each with its place. */
    public List<Option> roles(View view) {
        return grants.stream()
                .map(it -> Option.of(
                        it.id().toString(), view.text("role." + it.role().code()) + ", " + it.place()))
                .toList();
    }

    /** What is chosen among the professions. */
    public List<String> chosen() {
        return profession.map(it -> List.of(it.code())).orElse(unchosen ? List.of() : List.of(OTHER));
    }

    /** Nothing was chosen. */
    public Trouble trouble() {
        return unchosen ? Trouble.at("yrke", "welcome.profession.trouble") : Trouble.NONE;
    }

    @Override
    public int status() {
        return trouble().status();
    }
}
