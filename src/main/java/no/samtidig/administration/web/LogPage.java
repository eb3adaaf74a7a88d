package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.access.AuditChain;
import no.samtidig.administration.Log;
import no.samtidig.administration.LogLine;
import no.samtidig.administration.LogQuery;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Texts;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;

/**
 * The audit log.
 *
 * @param rooms what the reader may open
 * @param search what was asked
 * @param found a page of lines
 * @param places that can be chosen
 * @param check the last look through the chain; null for none
 * @param checked whether that was just now
 */
public record LogPage(
        List<Room> rooms,
        LogSearch search,
        Log.Found found,
        List<NamedPlace> places,
        AuditChain.@Nullable Check check,
        boolean checked)
        implements Page {
    public LogPage {
        rooms = List.copyOf(rooms);
        places = List.copyOf(places);
    }

    /** What was done, in words; as the log has it where nobody has put it into words yet. */
    static String words(Texts texts, Language language, LogLine it) {
        try {
            return texts.text(
                    language,
                    it.key(),
                    it.role()
                            .map(role -> texts.text(language, "role.in-text." + role.code()))
                            .orElse(""));
        } catch (NoSuchMessageException _) {
            return it.action() + " " + it.kind();
        }
    }

    public String words(View view, LogLine it) {
        return words(view.texts(), view.language(), it);
    }

    /** Who did it, in words. */
    public String who(View view, LogLine it) {
        return it.bySystem() ? view.text("log.system") : it.actor().isEmpty() ? view.text("log.gone") : it.actor();
    }

    public boolean full() {
        return found.count() >= LogQuery.MOST;
    }

    public int most() {
        return LogQuery.MOST;
    }

    /** The places to choose from, by what sort they are. */
    public List<Option.Group> groups(View view) {
        return List.of(
                new Option.Group(
                        view.text("invite.places.region"),
                        places.stream()
                                .filter(it -> it.place() instanceof Place.Region)
                                .map(it -> Option.of(it.code(), it.name()))
                                .toList()),
                new Option.Group(
                        view.text("invite.places.unit"),
                        places.stream()
                                .filter(it -> it.place() instanceof Place.Unit)
                                .map(it -> Option.of(it.code(), it.name() + ", " + it.within()))
                                .toList()));
    }

    @Override
    public int status() {
        return search.trouble().status();
    }
}
