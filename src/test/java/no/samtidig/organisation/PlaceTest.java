package no.samtidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A place and its code are one. */
class PlaceTest {
    @Test
    void the_code_says_what_sort_of_place_it_is_and_back() {
        assertThat(Place.of("no")).contains(new Place.Country());
        assertThat(Place.of("rvts/rvts_midt")).contains(new Place.Region(RegionLayer.RVTS, "rvts_midt"));
        assertThat(Place.of("no.sundvik_sykehus_hf")).contains(new Place.Owner(new UnitPath("no.sundvik_sykehus_hf")));
        assertThat(Place.of("no.x.y")).contains(new Place.Unit(new UnitPath("no.x.y")));
        assertThat(Place.of("no.x.y.z")).contains(new Place.Unit(new UnitPath("no.x.y.z")));
        for (String code : List.of("no", "health/helse_sor_ost", "korus/korus_ost", "no.x", "no.x.y")) {
            assertThat(Place.of(code).orElseThrow().code()).isEqualTo(code);
        }
    }

    @Test
    void what_is_no_place_is_none() {
        for (String typed : List.of(
                "",
                "/",
                "se",
                "no.",
                "no..x",
                "no.X",
                "no x",
                "rvts",
                "rvts/",
                "/rvts_midt",
                "rvts/rvts/midt",
                "RVTS/rvts_midt",
                "rvts/midt' or true",
                "gap/rvts_midt",
                "no/x",
                "no.a.b.c.d.e.f.g")) {
            assertThat(Place.of(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void an_owner_is_no_unit_and_a_unit_no_owner() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Place.Owner(new UnitPath("no.x.y")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place.Unit(new UnitPath("no.x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place.Region(RegionLayer.RVTS, "no.x"));
    }
}
