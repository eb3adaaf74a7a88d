package no.samtidig.administration.web.places;

import java.util.List;
import java.util.Optional;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Page;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * A unit gets another owner, or a unit or an owner is merged into another: first where to, then what becomes of what is at work there.
 *
 * @param from what is moved or merged
 * @param name of it
 * @param revision of it that the reader has seen
 * @param targets to choose among, by name
 * @param to what was chosen; null before
 * @param units that go along, where it is an owner
 * @param atWork what is at work there
 * @param differs how the two are of different sorts; empty where they are not
 */
public record GoesOnPage(
        List<Room> rooms,
        Kind kind,
        UnitPath from,
        String name,
        int revision,
        List<Option> targets,
        @Nullable Option to,
        List<String> units,
        List<Sentence> atWork,
        Optional<Sentence> differs,
        Trouble trouble)
        implements Page {
    public GoesOnPage {
        rooms = List.copyOf(rooms);
        targets = List.copyOf(targets);
        units = List.copyOf(units);
        atWork = List.copyOf(atWork);
    }

    /** What is done; the words stand under {@code places.goes-on.<code>}. */
    public enum Kind implements Coded {
        MOVE("flytt"),
        MERGE("sla-sammen"),
        MERGE_OWNER("sla-sammen");

        private final String address;

        Kind(String address) {
            this.address = address;
        }

        /** The last part of its address. */
        public String address() {
            return address;
        }
    }

    public List<Option.Group> groups() {
        return List.of(new Option.Group("", targets));
    }

    public String named() {
        return OnePlace.named(units);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
