package no.samtidig.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Counties and municipalities as they are today. */
@Service
public class Counties {
    private final CountyStore store;
    private final Clock clock;

    Counties(CountyStore store, Clock clock, @SuppressWarnings("unused") ReferenceData countiesFirst) {
        this.store = store;
        this.clock = clock;
    }

    /** By name. */
    public List<County> all() {
        return store.counties(LocalDate.now(clock));
    }

    /** Those of a region, by name. */
    public List<County> in(Place.Region region) {
        List<String> numbers = store.in(region, LocalDate.now(clock));
        return all().stream().filter(it -> numbers.contains(it.number())).toList();
    }

    /** By name. */
    public List<Municipality> municipalities() {
        return store.municipalities(LocalDate.now(clock));
    }
}
