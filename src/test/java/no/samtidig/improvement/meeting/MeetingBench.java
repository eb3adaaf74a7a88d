package no.samtidig.improvement.meeting;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.App;
import no.samtidig.Person;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plenum: forty phones ask where the meeting is and vote at the same time, while the screen asks how many have voted. Started by
 * {@code bin/bench meeting}. Phones rest between two things as they do in a room, though not as long; all of them vote at once when the
 * vote opens.
 */
final class MeetingBench {
    private static final int PHONES = 40;
    private static final int WARM = 5;
    private static final int TIMES = 40;

    /** A phone asks every three seconds; here ten times as often. */
    private static final int REST_MS = 300;

    /** Asked of each: p95 in milliseconds. */
    private static final int LIMIT_MS = 100;

    private static final List<String> AREAS =
            List.of("mottak", "risiko", "ledelse", "miljo", "barn-familie", "kompetanse");

    private static final List<Double> polls = Collections.synchronizedList(new ArrayList<>());
    private static final List<Double> votes = Collections.synchronizedList(new ArrayList<>());
    private static final List<Double> screen = Collections.synchronizedList(new ArrayList<>());

    private MeetingBench() {}

    /** A folder for the database. */
    public static void main(String[] arguments) throws Exception {
        try (App app = App.start(
                "--samtidig.database.directory=" + Path.of(arguments[0]).resolve("data"))) {
            Person leader = ElvetunRound.settled(app, 12);
            String stage = ElvetunRound.begun(app, leader, 60);
            String code = ElvetunRound.code(leader, stage);
            leader.post(stage + "/stemming", "hva", "apne", "rom", String.valueOf(PHONES));
            try (ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < PHONES; i++) {
                    int number = i;
                    all.add(() -> phone(app.address(), code, number));
                }
                all.add(() -> screen(app.address(), stage));
                for (Future<Boolean> it : room.invokeAll(all)) {
                    it.get();
                }
            }
            String standing = leader.get(stage + "/stand").body();
            if (!standing.equals(PHONES + " " + PHONES)) {
                throw new IllegalStateException("votes were lost or doubled: " + standing);
            }
            System.out.println("FIGURES "
                    + JsonMapper.builder()
                            .build()
                            .writeValueAsString(List.of(
                                    figure("/delta/{kode}/stand", polls),
                                    figure("a vote", votes),
                                    figure("/enheten/mote/{id}/stand", screen))));
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpRequest post(String address, String form) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static double took(HttpClient browser, HttpRequest wanted, int status) throws Exception {
        long begun = System.nanoTime();
        int told = browser.send(wanted, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (told != status) {
            throw new IllegalStateException(wanted.uri() + ": " + told);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static boolean phone(String address, String code, int number) throws Exception {
        try (HttpClient browser = browser()) {
            String meeting = address + "/delta/" + code;
            took(browser, post(meeting + "/med", ""), 303);
            HttpRequest poll =
                    HttpRequest.newBuilder(URI.create(meeting + "/stand")).build();
            for (int i = 0; i < WARM + TIMES; i++) {
                boolean counts = i >= WARM;
                double vote = took(
                        browser,
                        post(
                                meeting,
                                "omrade=" + AREAS.get((number + i) % AREAS.size()) + "&omrade="
                                        + AREAS.get((number + i + 1) % AREAS.size())),
                        303);
                double asked = took(browser, poll, 200);
                if (counts) {
                    votes.add(vote);
                    polls.add(asked);
                }
                Thread.sleep(REST_MS);
            }
        }
        return true;
    }

    private static boolean screen(String address, String stage) throws Exception {
        try (HttpClient browser = browser()) {
            took(browser, post(address + "/logg-inn", "e-post=" + ElvetunRound.LEADER + "&passord=samtidig-demo"), 303);
            HttpRequest poll = HttpRequest.newBuilder(URI.create(address + stage + "/stand"))
                    .build();
            for (int i = 0; i < WARM + TIMES; i++) {
                double asked = took(browser, poll, 200);
                if (i >= WARM) {
                    screen.add(asked);
                }
                Thread.sleep(REST_MS);
            }
        }
        return true;
    }

    private static Map<String, Object> figure(String what, List<Double> took) {
        List<Double> sorted = took.stream().sorted().toList();
        double p95 = sorted.get(sorted.size() * 95 / 100);
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("what", what);
        figure.put("phones", PHONES);
        figure.put("times", sorted.size());
        figure.put("p50_ms", rounded(sorted.get(sorted.size() / 2)));
        figure.put("p95_ms", rounded(p95));
        figure.put("limit_ms", LIMIT_MS);
        figure.put("within", p95 <= LIMIT_MS);
        return figure;
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", figure));
    }
}
