package no.samtidig.improvement.web.pipeline;

import java.util.List;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.County;
import no.samtidig.organisation.Place;
import org.springframework.stereotype.Component;

/** The counties of the region somebody acts for. */
@Component
class RegionCounties {
    private final Counties counties;

    RegionCounties(Counties counties) {
        this.counties = counties;
    }

    List<County> of(Visitor.Person person) {
        return switch (person.acting().at()) {
            case Place.Region it -> counties.in(it);
            case Place.InTree _ -> List.of();
        };
    }
}
