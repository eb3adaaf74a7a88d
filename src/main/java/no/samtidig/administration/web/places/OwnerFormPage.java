package no.samtidig.administration.web.places;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.OrganisationNumber;
import no.samtidig.organisation.OwnerFacts;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceName;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Making an owner, or changing one.
 *
 * @param owner that is changed; null for a new one
 * @param revision of the owner that the reader has seen
 * @param key names the form, so that the same one sent twice makes one
 */
public record OwnerFormPage(
        List<Room> rooms, @Nullable OwnerPlace owner, Typed typed, int revision, UUID key, Trouble trouble)
        implements Page {
    public OwnerFormPage {
        rooms = List.copyOf(rooms);
    }

    /** As it was typed. */
    public record Typed(String name, String kind, String number) {
        static final Typed NOTHING = new Typed("", "", "");

        static Typed of(OwnerPlace it) {
            return new Typed(
                    it.name(),
                    it.facts().kind().code(),
                    it.facts().number().map(OrganisationNumber::value).orElse(""));
        }

        Trouble trouble() {
            Trouble trouble = Trouble.NONE;
            trouble = trouble.and(Trouble.where("navn", PlaceName.flaw(name)));
            if (Coded.of(OwnerKind.class, kind).isEmpty()) {
                trouble = trouble.and("slag", "places.trouble.kind");
            }
            if (!number.isBlank() && OrganisationNumber.of(number).isEmpty()) {
                trouble = trouble.and("orgnr", "places.trouble.number");
            }
            return trouble;
        }

        /** Where nothing is wrong. */
        Optional<OwnerFacts> facts() {
            return trouble().any()
                    ? Optional.empty()
                    : Optional.of(new OwnerFacts(
                            PlaceName.of(name).orElseThrow(),
                            Coded.of(OwnerKind.class, kind).orElseThrow(),
                            OrganisationNumber.of(number)));
        }
    }

    public List<Option> kinds(View view) {
        return Arrays.stream(OwnerKind.values())
                .map(it -> Option.of(it.code(), view.text("places.kind." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
