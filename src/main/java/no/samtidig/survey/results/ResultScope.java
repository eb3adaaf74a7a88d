package no.samtidig.survey.results;

import java.util.List;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.survey.Purpose;

/**
 * Whose results are asked for: rounds of a purpose, as somebody with a role at a place may see them. {@link Results} makes it, for a
 * page of what its visitor is here as, for another module of any place.
 *
 * @param scope what rounds must ask in
 * @param places to choose among; the first is shown when none is chosen
 */
public record ResultScope(Purpose purpose, OrganisationScope scope, List<NamedPlace> places) {
    public ResultScope {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("results are of a place");
        }
    }
}
