package no.samtidig;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import no.samtidig.platform.database.Connections;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application, really running on a free port with a database of its own. */
public final class App implements AutoCloseable {
    private static final String URL = "--samtidig.database.url=";

    private final ConfigurableApplicationContext context;
    private final TestClock clock;

    private App(ConfigurableApplicationContext context, TestClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /**
     * The one that all tests of a fork share. Who needs it as new says {@link RenewedApp}; the others have people of their own, and never
     * meet a moved clock.
     */
    public static App shared() {
        return SharedApp.PLAIN.app();
    }

    /** Another that all tests of a fork share: its mail comes to {@link SharedApp#post}, and its links begin with {@code http://samtidig.invalid}. */
    public static App posting() {
        return SharedApp.POSTING.app();
    }

    /** A JDBC address of a fresh database with the demo world in it, as a start leaves it. */
    public static String demoWorld() {
        SharedApp.PLAIN.app();
        return TestDatabase.fresh("demo_world");
    }

    /** One for this test, for settings of its own; close it. */
    public static App start(String... settings) {
        Starts.note();
        TestClock clock = new TestClock();
        List<String> arguments = new ArrayList<>(
                List.of("--samtidig.secret-key=" + Base64.getEncoder().encodeToString(new byte[32])));
        for (String usual : List.of("--samtidig.jobs=false", "--samtidig.drain=0s", "--server.port=0")) {
            String name = usual.substring(0, usual.indexOf('=') + 1);
            if (Arrays.stream(settings).noneMatch(it -> it.startsWith(name))) {
                arguments.add(usual);
            }
        }
        if (Arrays.stream(settings).noneMatch(it -> it.startsWith("--samtidig.database."))) {
            arguments.add("--samtidig.database.url=" + TestDatabase.fresh());
        }
        if (Arrays.stream(settings).noneMatch(it -> it.startsWith("--samtidig.demo-progress="))) {
            arguments.add("--samtidig.demo-progress=false");
        }
        arguments.addAll(List.of(settings));
        arguments.replaceAll(App::withoutRole);
        if (arguments.stream().anyMatch(App::ours)
                && arguments.stream().noneMatch(it -> it.startsWith("--samtidig.database.username="))) {
            arguments.add("--samtidig.database.username=" + TestDatabase.APPLICATION);
            arguments.add("--samtidig.database.owner.username=postgres");
        }
        return new App(
                new SpringApplicationBuilder(Samtidig.class)
                        .initializers(it -> ((GenericApplicationContext) it)
                                .registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                        .run(arguments.toArray(String[]::new)),
                clock);
    }

    private static boolean ours(String argument) {
        return argument.startsWith(URL) && TestDatabase.serves(argument.substring(URL.length()));
    }

    /** The application has a role of its own, as in production: one that owns nothing. */
    private static String withoutRole(String argument) {
        return ours(argument) ? TestDatabase.plain(argument) : argument;
    }

    public String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> List<T> beansOf(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Its database as the role that owns the tables: for what the application itself cannot do. */
    public JdbcClient asOwner() {
        return JdbcClient.create(new DriverManagerDataSource(
                bean(Connections.class).pools().getFirst().getJdbcUrl(), "postgres", ""));
    }

    public TestClock clock() {
        return clock;
    }

    /** Somebody with a browser that has no JavaScript. */
    public Person visitor() {
        return new Person(address());
    }

    /** The same, signed in as the made-up person of the role. */
    public Person signedIn(String role) {
        Person person = visitor();
        person.post("/demo/logg-inn", "rolle", role);
        return person;
    }

    @Override
    public void close() {
        context.close();
    }
}
