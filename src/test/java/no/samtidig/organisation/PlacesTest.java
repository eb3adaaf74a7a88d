package no.samtidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.SharedApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners and units over the years: what may be said of them, and what becomes of a path. */
@RenewedApp(value = SharedApp.PLAIN, eachTest = true)
class PlacesTest {
    private static final UnitPath SUNDVIK = new UnitPath("no.sundvik_sykehus_hf");
    private static final UnitPath ELVETUN = new UnitPath("no.sundvik_sykehus_hf.elvetun");
    private static final UnitPath DPS = new UnitPath("no.sundvik_sykehus_hf.sundvik_dps");
    private static final UnitPath ALMENES = new UnitPath("no.almenes_kommune");
    private static final UnitPath MORGENSTIEN = new UnitPath("no.morgenstien");

    private final App app = App.shared();
    private final Places places = app.bean(Places.class);
    private final Units units = app.bean(Units.class);
    private final JdbcClient sql = app.bean(JdbcClient.class);

    private static UnitFacts facts(String name) {
        return new UnitFacts(
                PlaceName.of(name).orElseThrow(), ServiceLevel.PRIMARY, "50", Optional.empty(), Optional.empty());
    }

    private static OwnerFacts owner(String name, String number) {
        return new OwnerFacts(PlaceName.of(name).orElseThrow(), OwnerKind.HF, OrganisationNumber.of(number));
    }

    private static UnitPath done(PlaceOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlaceOutcome.Done.class);
        return ((PlaceOutcome.Done) outcome).at();
    }

    private int revision(UnitPath unit) {
        return places.unit(unit).orElseThrow().revision();
    }

    private int ownerRevision(UnitPath owner) {
        return places.owner(owner).orElseThrow().revision();
    }

    @Test
    void all_municipalities_are_owners_and_two_of_a_name_are_told_apart() {
        List<OwnerPlace> municipalities = places.owners().stream()
                .filter(it -> it.municipality().isPresent())
                .toList();
        assertThat(municipalities).hasSize(357);
        assertThat(municipalities).extracting(OwnerPlace::name).doesNotHaveDuplicates();
        assertThat(municipalities)
                .extracting(OwnerPlace::name)
                .contains("Oslo kommune", "Herøy kommune (Nordland)", "Herøy kommune (Møre og Romsdal)");
    }

    @Test
    void the_same_form_twice_makes_one() {
        UUID form = UUID.randomUUID();
        UnitPath first = done(places.make(owner("Fjordlia sykehus", ""), form));
        assertThat(done(places.make(owner("Fjordlia sykehus", ""), form))).isEqualTo(first);
        assertThat(places.make(owner("Fjordlia SYKEHUS", ""), UUID.randomUUID()))
                .isInstanceOf(PlaceOutcome.NameTaken.class);
    }

    @Test
    void names_that_make_one_path_are_told_apart_and_units_of_two_owners_are_not_merged() {
        List<UnitPath> made = Stream.of("一", "二", "三", "四", "五", "六", "七")
                .map(it -> done(places.make(ALMENES, facts(it), UUID.randomUUID())))
                .toList();
        assertThat(made).doesNotHaveDuplicates().hasSize(7);
        assertThat(places.merge(ELVETUN, revision(ELVETUN), made.getFirst())).isInstanceOf(PlaceOutcome.Unknown.class);
    }

    @Test
    void a_number_belongs_to_one_and_a_name_to_one_of_an_owner() {
        UnitFacts numbered = new UnitFacts(
                new PlaceName("Fjordlia"),
                ServiceLevel.PRIMARY,
                "50",
                Optional.empty(),
                OrganisationNumber.of("991324968"));
        assertThat(places.make(ALMENES, numbered, UUID.randomUUID()))
                .as("it is a health authority's")
                .isEqualTo(new PlaceOutcome.NumberTaken("Helse Sør-Øst RHF"));
        assertThat(places.make(SUNDVIK, facts("elvetun DØGNENHET"), UUID.randomUUID()))
                .isInstanceOf(PlaceOutcome.NameTaken.class);
        assertThat(done(places.make(ALMENES, facts("Elvetun døgnenhet"), UUID.randomUUID())))
                .isEqualTo(new UnitPath("no.almenes_kommune.elvetun_dognenhet"));
        UnitFacts nowhere = new UnitFacts(
                new PlaceName("Fjordlia"), ServiceLevel.PRIMARY, "50", Optional.of("0301"), Optional.empty());
        assertThat(places.make(ALMENES, nowhere, UUID.randomUUID())).isInstanceOf(PlaceOutcome.NoSuchCounty.class);
    }

    @Test
    void what_was_said_before_stands_with_its_days() {
        LocalDate begun = places.unit(ELVETUN).orElseThrow().validity().from();
        app.clock().forward(Duration.ofDays(2));
        LocalDate today = LocalDate.now(app.clock());
        done(places.change(ELVETUN, revision(ELVETUN), facts("Elvetun rus og psykisk helse")));
        assertThat(places.unit(ELVETUN).orElseThrow().name()).isEqualTo("Elvetun rus og psykisk helse");
        assertThat(places.history(ELVETUN)).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Elvetun døgnenhet");
            assertThat(it.level()).contains(ServiceLevel.SPECIALIST);
            assertThat(it.validity()).isEqualTo(new Validity(begun, Optional.of(today)));
        });
        assertThat(sql.sql("select distinct place from access.role_grant where path = 'no.sundvik_sykehus_hf.elvetun'")
                        .query(String.class)
                        .list())
                .as("people's roles call it so too")
                .containsExactly("Elvetun rus og psykisk helse");
    }

    @Test
    void of_two_at_once_the_second_is_told_and_nothing_of_the_first_is_lost() throws Exception {
        int seen = revision(ELVETUN);
        List<Callable<PlaceOutcome>> both = List.of(
                () -> places.change(ELVETUN, seen, facts("Elvetun en")),
                () -> places.change(ELVETUN, seen, facts("Elvetun to")),
                () -> places.move(ELVETUN, seen, ALMENES),
                () -> places.close(ELVETUN, seen, LocalDate.now(app.clock())));
        List<PlaceOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<PlaceOutcome> it : threads.invokeAll(both)) {
                outcomes.add(it.get());
            }
        }
        assertThat(outcomes).filteredOn(PlaceOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(PlaceOutcome.Stale.class::isInstance).hasSize(3);
    }

    @Test
    void a_unit_that_moves_goes_on_at_a_path_of_its_own_and_takes_people_and_invitations_along() {
        sql.sql("""
                insert into access.invitation (id, batch, email, name, role, path, place, language, created, sent, expires, token)
                values (gen_random_uuid(), gen_random_uuid(), 'ny@example.invalid', 'Ny', 'behandler', 'no.sundvik_sykehus_hf.elvetun',
                    'Elvetun', 'nb', now(), now(), now() + interval '9 days', '\\x01')
                """).update();
        List<String> people = holders(ELVETUN);
        assertThat(people).isNotEmpty();
        UnitPath to = done(places.move(ELVETUN, revision(ELVETUN), ALMENES));
        assertThat(to.value()).startsWith("no.almenes_kommune.");
        assertThat(holders(ELVETUN)).isEmpty();
        assertThat(holders(to)).isEqualTo(people);
        assertThat(sql.sql("select path::text from access.invitation where email = 'ny@example.invalid'")
                        .query(String.class)
                        .single())
                .isEqualTo(to.value());
        assertThat(units.at(ELVETUN, new OrganisationScope(List.of(UnitPath.COUNTRY))))
                .isEmpty();
        assertThat(units.whenever(ELVETUN)).isPresent();
        assertThat(units.scope(Place.of(to)).paths()).containsExactlyInAnyOrder(to, ELVETUN);
        assertThat(places.before(to)).containsExactly(ELVETUN);
        UnitPath back = done(places.move(to, revision(to), SUNDVIK));
        assertThat(back).as("a path is never used twice").isNotEqualTo(ELVETUN);
        assertThat(places.before(back)).containsExactlyInAnyOrder(to, ELVETUN);
        assertThat(units.followed()).containsEntry(ELVETUN, back).containsEntry(to, back);
        assertThat(holders(back)).isEqualTo(people);
    }

    private List<String> holders(UnitPath at) {
        return sql.sql("""
                select account || role from access.role_grant where path = :at::ltree and ended is null order by 1
                """).param("at", at.value()).query(String.class).list();
    }

    @Test
    void no_open_role_or_invitation_is_left_where_a_unit_was() {
        UnitPath to = done(places.merge(ELVETUN, revision(ELVETUN), DPS));
        List<String> left = new ArrayList<>();
        sql.sql("""
                select table_schema || '.' || table_name as t, column_name as c from information_schema.columns
                where udt_name = 'ltree' and table_schema not in ('organisation', 'survey') and is_generated = 'NEVER'
                """)
                .query((row, _) -> List.of(row.getString("t"), row.getString("c")))
                .list()
                .forEach(it -> {
                    String ended =
                            switch (it.getFirst()) {
                                case "access.invitation" -> " and accepted is null and withdrawn is null";
                                case "improvement.journey" -> ""; // also one that ended follows the unit
                                default -> " and ended is null";
                            };
                    if (sql.sql("select exists (select from " + it.getFirst() + " where " + it.getLast()
                                    + "::text = :at" + ended + ")")
                            .param("at", ELVETUN.value())
                            .query(Boolean.class)
                            .single()) {
                        left.add(it.toString());
                    }
                });
        assertThat(to).isEqualTo(DPS);
        assertThat(left)
                .as("columns that hold the old path: a new one needs to follow too")
                .isEmpty();
    }

    @Test
    void an_owner_with_open_units_is_not_closed_but_with_them() {
        LocalDate today = LocalDate.now(app.clock());
        int seen = ownerRevision(SUNDVIK);
        assertThat(places.closeOwner(SUNDVIK, seen, today, false))
                .isEqualTo(new PlaceOutcome.HasUnits(List.of("Elvetun døgnenhet", "Sundvik DPS")));
        assertThat(places.closeOwner(SUNDVIK, seen, today.minusDays(1), true))
                .isInstanceOf(PlaceOutcome.WrongDay.class);
        assertThat(places.closeOwner(SUNDVIK, seen, today.plusDays(500), true))
                .isInstanceOf(PlaceOutcome.WrongDay.class);
        done(places.closeOwner(SUNDVIK, seen, today, true));
        assertThat(places.unitsOf(SUNDVIK)).as("to the end of the day").hasSize(2);
        assertThat(places.make(SUNDVIK, facts("For sen"), UUID.randomUUID())).isInstanceOf(PlaceOutcome.Ended.class);
        assertThat(places.move(
                        new UnitPath("no.morgenstien.dognbehandling"),
                        revision(new UnitPath("no.morgenstien.dognbehandling")),
                        SUNDVIK))
                .isInstanceOf(PlaceOutcome.Ended.class);
        app.clock().forward(Duration.ofDays(1));
        assertThat(places.unitsOf(SUNDVIK)).isEmpty();
        done(places.reopenOwner(SUNDVIK, ownerRevision(SUNDVIK)));
        assertThat(places.unitsOf(SUNDVIK)).hasSize(2);
    }

    @Test
    void a_closed_unit_has_no_staff_until_it_opens_again_and_only_for_a_while() {
        done(places.close(ELVETUN, revision(ELVETUN), LocalDate.now(app.clock())));
        assertThat(app.signedIn("enhetsleder").get("/enheten").path()).isEqualTo("/enheten");
        app.clock().forward(Duration.ofDays(1));
        assertThat(app.signedIn("enhetsleder").get("/enheten").path()).isNotEqualTo("/enheten");
        done(places.reopen(ELVETUN, revision(ELVETUN)));
        app.clock().forward(Duration.ofMinutes(1));
        assertThat(app.signedIn("enhetsleder").get("/enheten").path()).isEqualTo("/enheten");
        done(places.close(ELVETUN, revision(ELVETUN), LocalDate.now(app.clock())));
        app.clock().forward(Duration.ofDays(Places.REOPENS + 2));
        assertThat(places.reopen(ELVETUN, revision(ELVETUN))).isInstanceOf(PlaceOutcome.Stale.class);
    }

    @Test
    void owners_merge_with_their_units() {
        UnitPath into = done(places.mergeOwner(MORGENSTIEN, ownerRevision(MORGENSTIEN), ALMENES));
        assertThat(into).isEqualTo(ALMENES);
        assertThat(places.unitsOf(MORGENSTIEN)).isEmpty();
        assertThat(places.unitsOf(ALMENES)).extracting(UnitPlace::name).contains("Morgenstien døgnbehandling");
        assertThat(places.owner(MORGENSTIEN).orElseThrow().successor()).contains(ALMENES);
        assertThat(places.mergeOwner(ALMENES, ownerRevision(ALMENES), ALMENES)).isInstanceOf(PlaceOutcome.Same.class);
    }
}
