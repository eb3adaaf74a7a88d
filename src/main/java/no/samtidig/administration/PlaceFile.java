package no.samtidig.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.County;
import no.samtidig.organisation.Municipality;
import no.samtidig.organisation.OrganisationNumber;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import org.springframework.stereotype.Service;

/** Places as a file: those there are, and an example to begin with. The columns are those that {@link PlaceSheet} reads. */
@Service
public class PlaceFile {
    private final Places places;
    private final Counties counties;

    PlaceFile(Places places, Counties counties) {
        this.places = places;
        this.counties = counties;
    }

    /** The open units of the scope, each with its owner. */
    public Download of(OrganisationScope scope) {
        Map<UnitPath, OwnerPlace> owners =
                places.owners().stream().collect(Collectors.toMap(OwnerPlace::path, Function.identity()));
        Map<String, String> counties =
                this.counties.all().stream().collect(Collectors.toMap(County::number, County::name));
        Map<String, String> municipalities = this.counties.municipalities().stream()
                .collect(Collectors.toMap(Municipality::number, Municipality::name));
        return Csv.file(
                "enheter.csv",
                PlaceSheet.HEADER,
                places.within(scope).stream()
                        .map(it -> {
                            OwnerPlace owner = owners.get(it.owner());
                            return List.of(
                                    it.ownerName(),
                                    owner == null ? "" : number(owner.facts().number()),
                                    owner == null
                                            ? ""
                                            : PlaceSheet.word(owner.facts().kind()),
                                    it.name(),
                                    number(it.facts().number()),
                                    PlaceSheet.word(it.facts().level()),
                                    counties.getOrDefault(
                                            it.facts().county(), it.facts().county()),
                                    it.facts()
                                            .municipality()
                                            .map(one -> municipalities.getOrDefault(one, one))
                                            .orElse(""));
                        })
                        .toList());
    }

    private static String number(Optional<OrganisationNumber> number) {
        return number.map(OrganisationNumber::value).orElse("");
    }

    /** A file with the header and two made-up lines. */
    public Download example() {
        return Csv.file(
                "steder-mal.csv",
                PlaceSheet.HEADER,
                List.of(
                        List.of(
                                "Eksempel sykehus HF",
                                "",
                                "Helseforetak",
                                "Eksempel DPS",
                                "",
                                "Spesialist",
                                "Trøndelag",
                                ""),
                        List.of(
                                "Eksempel kommune",
                                "",
                                "Kommune",
                                "Team psykisk helse og rus",
                                "",
                                "Kommune",
                                "Trøndelag",
                                "")));
    }
}
