package no.samtidig.administration;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a new service needs before people can use it: an owner, a unit, a leader, a colleague. */
@Service
public class FirstSteps {
    private final FirstStepStore store;
    private final Clock clock;

    FirstSteps(FirstStepStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One step.
     *
     * @param key of its text, under {@code first-steps.}
     * @param path where it is done
     * @param next whether it is the first that is not done
     */
    public record Step(String key, String path, boolean done, boolean next) {}

    /** The steps in order; none when all are done. */
    public List<Step> all() {
        FirstStepStore.State it = store.state(OffsetDateTime.now(clock));
        if (it.leader() && it.colleague()) {
            return List.of();
        }
        boolean leader = it.leader() || it.leaderInvited();
        String place = it.unit().isEmpty() ? "" : "&sted=" + it.unit();
        return List.of(
                step("owner", "/forvaltning/steder/eiere", it.owner(), !it.owner()),
                step(
                        "unit",
                        "/forvaltning/steder/ny-enhet",
                        !it.unit().isEmpty(),
                        it.owner() && it.unit().isEmpty()),
                step(
                        "leader",
                        "/invitasjoner/ny?rolle=enhetsleder" + place,
                        leader,
                        !it.unit().isEmpty() && !leader),
                step("colleague", "/invitasjoner", it.colleague(), leader && !it.colleague()));
    }

    private static Step step(String what, String path, boolean done, boolean next) {
        return new Step("first-steps." + what, path, done, next);
    }
}
