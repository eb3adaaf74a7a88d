package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import no.samtidig.TestDatabase;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import org.junit.jupiter.api.Test;

/** Accounts and grants on real PostgreSQL. */
class AccountStoreTest {
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);

    private final AccountStore store = new AccountStore(TestDatabase.client());

    @Test
    void the_same_address_is_one_account() {
        assertThat(store.none()).isTrue();
        AccountId first = store.keep("a@example.invalid", "A", null, NOW);
        AccountId again = store.keep("a@example.invalid", "B", null, NOW);
        assertThat(again).isEqualTo(first);
        assertThat(store.account(first).orElseThrow().name()).isEqualTo("A");
        assertThat(store.byEmail("a@example.invalid")).isPresent();
        assertThat(store.byEmail("b@example.invalid")).isEmpty();
        assertThat(store.none()).isFalse();
    }

    @Test
    void a_grant_is_given_once_and_ends_when_it_is_revoked() {
        AccountId account = store.keep("g@example.invalid", "G", null, NOW);
        Place place = Place.of(new UnitPath("no.x.y"));
        store.grant(null, account, Role.CLINICIAN, place, "Y", NOW);
        store.grant(null, account, Role.CLINICIAN, place, "Y", NOW);
        assertThat(store.grants(account, NOW)).hasSize(1).first().satisfies(it -> {
            assertThat(it.role()).isEqualTo(Role.CLINICIAN);
            assertThat(it.at()).isEqualTo(place);
            assertThat(it.place()).isEqualTo("Y");
        });
        store.revoke(account, Role.CLINICIAN, NOW.plusHours(1));
        assertThat(store.grants(account, NOW.plusHours(1))).isEmpty();
    }

    @Test
    void staff_are_those_with_a_role_in_force_at_a_place_the_scope_covers() {
        String[] names = {"Åse", "Berit", "Nobody", "Elsewhere", "Later", "Ended"};
        AccountId[] who = new AccountId[names.length];
        for (int i = 0; i < names.length; i++) {
            who[i] = store.keep(i + "@staff.invalid", names[i], null, NOW);
        }
        Place unit = Place.of(new UnitPath("no.staff.unit"));
        store.grant(null, who[0], Role.CLINICIAN, unit, "Unit", NOW);
        store.grant(null, who[1], Role.UNIT_LEADER, Place.of(new UnitPath("no.staff")), "Owner", NOW);
        store.grant(null, who[1], Role.CLINICIAN, unit, "Unit", NOW);
        store.grant(null, who[3], Role.CLINICIAN, Place.of(new UnitPath("no.staff_2.unit")), "X", NOW);
        store.grant(null, who[4], Role.CLINICIAN, unit, "Unit", NOW.plusDays(1));
        store.grant(null, who[5], Role.CLINICIAN, unit, "Unit", NOW);
        store.revoke(who[5], Role.CLINICIAN, NOW);
        assertThat(names("no.staff")).containsExactly("Berit", "Berit", "Åse");
        assertThat(names("no.staff.unit")).containsExactly("Berit", "Åse");
        assertThat(names("no.staff.unit.below")).isEmpty();
        assertThat(names()).isEmpty();
    }

    private List<String> names(String... scope) {
        return store
                .within(
                        new OrganisationScope(
                                Arrays.stream(scope).map(UnitPath::new).toList()),
                        NOW)
                .stream()
                .map(AccountStore.PostRow::name)
                .toList();
    }
}
