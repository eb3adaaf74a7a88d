package no.samtidig.administration.web.places;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.County;
import no.samtidig.organisation.Municipality;
import no.samtidig.organisation.OrganisationNumber;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceName;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitFacts;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Making a unit, or changing one.
 *
 * @param unit that is changed; null for a new one
 * @param nameOnly whether nothing but the name may be changed
 * @param revision of the unit that the reader has seen
 * @param key names the form, so that the same one sent twice makes one
 * @param owners that a new one can belong to
 * @param counties where it may lie
 * @param municipalities where it may lie
 */
public record UnitFormPage(
        List<Room> rooms,
        @Nullable UnitPlace unit,
        boolean nameOnly,
        Typed typed,
        int revision,
        UUID key,
        List<OwnerPlace> owners,
        List<County> counties,
        List<Municipality> municipalities,
        Trouble trouble)
        implements Page {
    public UnitFormPage {
        rooms = List.copyOf(rooms);
        owners = List.copyOf(owners);
        counties = List.copyOf(counties);
        municipalities = List.copyOf(municipalities);
    }

    /** As it was typed. */
    public record Typed(String owner, String name, String number, String level, String county, String municipality) {
        static Typed of(UnitPlace it) {
            return new Typed(
                    it.owner().value(),
                    it.name(),
                    it.facts().number().map(OrganisationNumber::value).orElse(""),
                    it.facts().level().code(),
                    it.facts().county(),
                    it.facts().municipality().orElse(""));
        }

        Trouble trouble() {
            Trouble trouble = Trouble.NONE;
            if (owner.isEmpty()) {
                trouble = trouble.and("eier", "places.trouble.owner");
            }
            trouble = trouble.and(Trouble.where("navn", PlaceName.flaw(name)));
            if (Coded.of(ServiceLevel.class, level).isEmpty()) {
                trouble = trouble.and("niva", "places.trouble.level");
            }
            if (county.isEmpty()) {
                trouble = trouble.and("fylke", "places.trouble.no-county");
            }
            if (!number.isBlank() && OrganisationNumber.of(number).isEmpty()) {
                trouble = trouble.and("orgnr", "places.trouble.number");
            }
            return trouble;
        }

        /** Where nothing is wrong. */
        Optional<UnitFacts> facts() {
            return trouble().any()
                    ? Optional.empty()
                    : Optional.of(new UnitFacts(
                            PlaceName.of(name).orElseThrow(),
                            Coded.of(ServiceLevel.class, level).orElseThrow(),
                            county,
                            municipality.isEmpty() ? Optional.empty() : Optional.of(municipality),
                            OrganisationNumber.of(number)));
        }
    }

    public List<Option.Group> ownerGroups() {
        return List.of(new Option.Group(
                "",
                owners.stream()
                        .map(it -> Option.of(it.path().value(), it.name()))
                        .toList()));
    }

    public List<Option> levels(View view) {
        return Arrays.stream(ServiceLevel.values())
                .map(it -> Option.of(it.code(), view.text("places.level." + it.code())))
                .toList();
    }

    public List<Option> countyOptions() {
        return counties.stream().map(it -> Option.of(it.number(), it.name())).toList();
    }

    /** Municipalities under their county. */
    public List<Option.Group> municipalityGroups() {
        return counties.stream()
                .map(county -> new Option.Group(
                        county.name(),
                        municipalities.stream()
                                .filter(it -> it.county().equals(county.number()))
                                .map(it -> Option.of(it.number(), it.name()))
                                .toList()))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
