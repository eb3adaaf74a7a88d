package no.samtidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees which units, and the reference data beneath. */
@Proves(Promise.LEADER)
class ScopeTest {
    private static OrganisationScope scope(String... paths) {
        return new OrganisationScope(
                java.util.Arrays.stream(paths).map(UnitPath::new).toList());
    }

    @Test
    void a_scope_covers_itself_and_what_lies_below_and_nothing_else() {
        UnitPath owner = new UnitPath("no.sundvik_sykehus_hf");
        assertThat(owner.covers(new UnitPath("no.sundvik_sykehus_hf.elvetun"))).isTrue();
        assertThat(owner.covers(owner)).isTrue();
        assertThat(owner.covers(new UnitPath("no.sundvik_sykehus_hf_2"))).isFalse();
        assertThat(OrganisationScope.NOTHING.covers(UnitPath.COUNTRY)).isFalse();
        assertThatThrownBy(() -> new UnitPath("no; drop")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_operator_in_the_database_says_the_same() {
        Units units = App.shared().bean(Units.class);
        assertThat(units.within(scope("no.sundvik_sykehus_hf")))
                .extracting(Unit::name)
                .containsExactly("Elvetun døgnenhet", "Sundvik DPS");
        assertThat(units.within(scope("no.sundvik_sykehus_hf.elvetun", "no.morgenstien")))
                .extracting(Unit::name)
                .containsExactly("Elvetun døgnenhet", "Morgenstien døgnbehandling");
        assertThat(units.within(OrganisationScope.NOTHING)).isEmpty();
        assertThat(units.within(scope("no"))).hasSize(5).allMatch(Unit::fictional);
        assertThat(units.at(new UnitPath("no.morgenstien.dognbehandling"), scope("no.sundvik_sykehus_hf")))
                .as("a unit that is not yours does not exist")
                .isEmpty();
    }

    @Test
    void three_region_layers_divide_the_same_units_differently() {
        Units units = App.shared().bean(Units.class);
        OrganisationScope midt = units.scope(new Place.Region(RegionLayer.RVTS, "rvts_midt"));
        OrganisationScope vest = units.scope(new Place.Region(RegionLayer.RVTS, "rvts_vest"));
        assertThat(units.within(midt))
                .extracting(Unit::county)
                .containsOnly("50")
                .hasSize(4);
        assertThat(units.within(vest)).extracting(Unit::name).containsExactly("Morgenstien døgnbehandling");
        assertThat(units.within(units.scope(new Place.Region(RegionLayer.KORUS, "korus_stavanger"))))
                .isEmpty();
    }

    @Test
    void the_reference_data_is_whole() {
        JdbcClient sql = App.shared().bean(JdbcClient.class);
        assertThat(count(sql, "county")).isEqualTo(15);
        assertThat(count(sql, "municipality")).isEqualTo(357);
        assertThat(count(sql, "region where layer = 'health'")).isEqualTo(4);
        assertThat(count(sql, "region where layer = 'korus'")).isEqualTo(7);
        assertThat(count(sql, "region where layer = 'rvts'")).isEqualTo(5);
        assertThat(count(sql, "owner where kind = 'rhf'")).isEqualTo(4);
        assertThat(count(sql, "owner where kind = 'hf' and not fictional")).isEqualTo(20);
        assertThat(sql.sql("select name from organisation.municipality where number = '5610'")
                        .query(String.class)
                        .list())
                .as("Sámi names stand as they are written")
                .allMatch(it -> it.contains("Kárášjohka") || it.contains("Karasjok"));
    }

    private static int count(JdbcClient sql, String what) {
        return sql.sql("select count(*) from organisation." + what)
                .query(Integer.class)
                .single();
    }
}
