package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.TestDatabase;
import no.samtidig.access.SignInOffers;
import no.samtidig.development.DemoWorld;
import no.samtidig.development.OnlyInDevelopment;
import no.samtidig.platform.StartProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Nothing of the demo exists in production, whatever the settings say. */
@Tag("development")
class ProductionTest {
    @Test
    void demo_sign_in_does_not_exist_in_production_even_when_a_setting_asks_for_it() {
        try (App app = App.start("--spring.profiles.active=production", "--samtidig.development=true")) {
            Person visitor = app.visitor();
            assertThat(visitor.post("/demo/logg-inn", "rolle", "administrator").status())
                    .isEqualTo(404);
            assertThat(visitor.get("/dev/komponenter").status()).isEqualTo(404);
            assertThat(visitor.get("/dev/post").status()).isEqualTo(404);
            assertThat(visitor.get("/logg-inn").page().select("button[name=rolle]"))
                    .isEmpty();
            assertThat(visitor.get("/min-side").path()).isEqualTo("/logg-inn");
        }
    }

    @Test
    void an_empty_database_gets_its_first_administrator_and_a_second_start_makes_no_other() {
        String database = "--samtidig.database.url=" + TestDatabase.fresh();
        for (String address : List.of("drift@example.invalid", "en.annen@example.invalid")) {
            try (App app =
                    App.start("--spring.profiles.active=production", "--samtidig.administrator=" + address, database)) {
                assertThat(app.bean(JdbcClient.class)
                                .sql(
                                        "select a.email || ' ' || g.role from access.account a join access.role_grant g on g.account = a.id")
                                .query(String.class)
                                .list())
                        .containsExactly("drift@example.invalid administrator");
            }
        }
    }

    @Test
    void an_administrator_who_can_be_nobody_is_told_in_one_line_and_can_be_put_right_later() {
        String address = TestDatabase.fresh();
        String database = "--samtidig.database.url=" + address;
        assertThatThrownBy(() ->
                        App.start("--spring.profiles.active=production", "--samtidig.administrator=drift", database))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("“drift” is not a mail address");
        JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""))
                .sql("""
                        with one as (insert into access.account (id, email, name, password_hash, created)
                            values (gen_random_uuid(), 'drift', 'Administrator', 'x', now()) returning id)
                        insert into access.role_grant (id, account, role, path, place, granted)
                        select gen_random_uuid(), id, 'administrator', 'no', 'Norge', now() from one
                        """)
                .update();
        try (App app = App.start(
                "--spring.profiles.active=production",
                "--samtidig.administrator=Kari@Example.invalid\u00A0",
                "--samtidig.administrator-name=Kari Nordmann",
                database)) {
            assertThat(app.bean(JdbcClient.class)
                            .sql("select a.email || ' ' || a.name from access.account a where a.email <> 'drift'")
                            .query(String.class)
                            .list())
                    .containsExactly("kari@example.invalid Kari Nordmann");
        }
    }

    @Test
    void production_does_not_start_on_the_demos_database() {
        String database = "--samtidig.database.url=" + App.demoWorld();
        assertThatThrownBy(() -> App.start("--spring.profiles.active=production", database))
                .hasRootCauseInstanceOf(StartProblem.class)
                .rootCause()
                .hasMessageContaining("holds the made-up demo world");
    }

    @Test
    void the_demo_does_not_start_on_a_database_with_real_accounts() {
        String database = TestDatabase.fresh();
        JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
                .sql("""
                        insert into access.account (id, email, name, password_hash, created)
                        values (gen_random_uuid(), 'drift@example.invalid', 'Drift', 'x', now())
                        """)
                .update();
        assertThatThrownBy(() -> App.start("--samtidig.database.url=" + database))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("holds real accounts");
    }

    @Test
    void everything_in_the_development_module_is_locked() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        assertThat(scan.findCandidateComponents("no.samtidig.development"))
                .isEmpty(); // every one is held back by @OnlyInDevelopment's @Profile or condition
        assertThat(DemoWorld.class.isAnnotationPresent(OnlyInDevelopment.class)).isTrue();
        assertThat(SignInOffers.class.isAssignableFrom(DemoWorld.class)).isTrue();
    }
}
