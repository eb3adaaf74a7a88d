package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.administration.PersonCard;
import no.samtidig.platform.Page;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Before something is done to a person: what happens, and what cannot be undone.
 *
 * @param rooms what the reader may open
 * @param person who
 * @param path where the form goes, and where the way back begins
 * @param key of the texts: {@code <key>.title}, {@code .button} and {@code .keep}
 * @param what what happens, a sentence each
 * @param never what cannot be undone; null where all of it can
 * @param trouble why it is refused
 */
public record PersonConfirmPage(
        List<Room> rooms,
        PersonCard person,
        String path,
        String key,
        List<Sentence> what,
        @Nullable Sentence never,
        Trouble trouble)
        implements Page {
    public PersonConfirmPage {
        rooms = List.copyOf(rooms);
        what = List.copyOf(what);
    }

    public String back() {
        return "/forvaltning/personer/" + person.id().value();
    }

    /** As the page calls the person. */
    public String name() {
        return person.name().isEmpty() ? person.email() : person.name();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
