package no.samtidig.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The door holds a crowd, and those who belong inside come in. */
@RenewedApp(eachTest = true)
class DoorTest {
    private static final String EMAIL = "samira.warsame@sundvik.invalid";
    private static final String PASSWORD = "samtidig-demo";

    private final App app = App.shared();

    private static Person.Answer signIn(Person person, String email, String password) {
        return person.post("/logg-inn", "e-post", email, "passord", password);
    }

    @Test
    void nobody_is_kept_out_of_a_device_of_theirs_by_wrong_guesses_beside_them() {
        Person own = app.visitor();
        assertThat(signIn(own, EMAIL, PASSWORD).path()).isEqualTo("/min-side");
        own.post("/logg-ut");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(app.visitor(), EMAIL, "wrong " + i).status()).isEqualTo(422);
        }
        assertThat(signIn(app.visitor(), EMAIL, PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(own, EMAIL, PASSWORD).path()).isEqualTo("/min-side");
        own.post("/logg-ut");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(own, EMAIL, "wrong " + i).status()).isEqualTo(422);
        }
        assertThat(signIn(own, EMAIL, PASSWORD).status())
                .as("a device that is known is no way to guess on")
                .isEqualTo(429);
    }

    @Test
    void a_device_is_known_for_the_account_that_was_let_in_on_it_only_and_cannot_be_made_up() {
        Person own = app.visitor();
        signIn(own, "elin.rosvoll@sundvik.invalid", PASSWORD);
        own.post("/logg-ut");
        for (int i = 0; i < 5; i++) {
            signIn(app.visitor(), EMAIL, "wrong " + i);
        }
        assertThat(signIn(own, EMAIL, PASSWORD).status()).isEqualTo(429);
        for (String madeUp : List.of("AAAAAAAAAAAAAAAA.AAAAAAAAAAAA", "x", "AAAAAAAAAAAAAAAA", ".", "a".repeat(4000))) {
            assertThat(signIn(app.visitor().with("Cookie", "kjent=" + madeUp), EMAIL, PASSWORD)
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void where_too_many_want_in_one_is_asked_to_wait_keeps_what_was_typed_and_has_used_up_nothing() throws Exception {
        PasswordHashing hashing = app.bean(PasswordHashing.class);
        CountDownLatch open = new CountDownLatch(1);
        List<Future<?>> crowd = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);
            int all = threads * (1 + Turn.SECOND.places());
            for (int i = 0; i < all; i++) {
                crowd.add(people.submit(() -> hashing.inTurn(Standing.INSIDE, () -> {
                    open.await();
                    return true;
                })));
            }
            while (hashing.there() < all) {
                Thread.sleep(1);
            }
            Person person = app.visitor();
            for (int i = 0; i < 7; i++) {
                Person.Answer busy = signIn(person, EMAIL, PASSWORD);
                assertThat(busy.status()).isEqualTo(503);
                assertThat(busy.header("retry-after")).isEqualTo("5");
                assertThat(busy.text()).contains("Vent noen sekunder");
                assertThat(busy.one("#e-post").attr("value")).isEqualTo(EMAIL);
                assertThat(busy.body()).doesNotContain(PASSWORD);
            }
            assertThat(app.visitor().get("/moduler").status()).as("pages go on").isEqualTo(200);
            open.countDown();
            for (Future<?> it : crowd) {
                it.get();
            }
            assertThat(signIn(person, EMAIL, PASSWORD).path()).isEqualTo("/min-side");
        }
    }

    @Test
    void a_hash_of_an_earlier_cost_is_made_anew_when_its_owner_signs_in() throws Exception {
        JdbcClient sql = app.bean(JdbcClient.class);
        String before = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        sql.sql("update access.account set password_hash = :hash where email = :email")
                .param("hash", before)
                .param("email", EMAIL)
                .update();
        assertThat(signIn(app.visitor(), EMAIL, PASSWORD).path()).isEqualTo("/min-side");
        while (before.equals(sql.sql("select password_hash from access.account where email = :email")
                .param("email", EMAIL)
                .query(String.class)
                .single())) {
            Thread.sleep(5);
        }
        assertThat(signIn(app.visitor(), EMAIL, PASSWORD).path()).isEqualTo("/min-side");
    }

    @Test
    void what_costs_the_service_may_be_asked_for_often_but_not_without_end() {
        Person reader = app.visitor();
        signIn(reader, EMAIL, PASSWORD);
        int last = 0;
        for (int i = 0; i <= 60; i++) {
            last = reader.get("/min-side/mine-data/samtidig.json").status();
        }
        assertThat(last).isEqualTo(429);
        Person.Answer told = reader.get("/min-side/mine-data/samtidig.html");
        assertThat(told.status()).as("files are counted together").isEqualTo(429);
        assertThat(told.heading()).isEqualTo("Vent litt før du prøver igjen");
        assertThat(told.header("retry-after")).isEqualTo("60");
        Person colleague = app.visitor();
        signIn(colleague, "elin.rosvoll@sundvik.invalid", PASSWORD);
        assertThat(colleague.get("/min-side/mine-data/samtidig.json").status())
                .as("at the same address")
                .isEqualTo(200);
    }

    @Test
    void beginning_with_a_passkey_makes_no_session_and_its_challenge_is_good_once() {
        int before = sessions();
        Person visitor = app.visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.post("/logg-inn/passnokkel/begynn").status()).isEqualTo(200);
        }
        assertThat(visitor.post("/logg-inn/passnokkel", "svar", "{}").status()).isEqualTo(422);
        assertThat(sessions()).isEqualTo(before);
        int last = 0;
        for (int i = 0; i < 600 && last != 429; i++) {
            last = app.visitor().post("/logg-inn/passnokkel/begynn").status();
        }
        assertThat(last).isEqualTo(429);
    }

    private int sessions() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from access.session")
                .query(Integer.class)
                .single();
    }

    @Test
    void the_same_address_typed_in_another_way_is_the_same() {
        assertThat(signIn(app.visitor(), "\u00A0Samira.Warsame\u200B@SUNDVIK.invalid\u00A0", PASSWORD)
                        .path())
                .isEqualTo("/min-side");
    }
}
