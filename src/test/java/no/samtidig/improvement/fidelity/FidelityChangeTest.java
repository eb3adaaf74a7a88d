package no.samtidig.improvement.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.fidelity.FidelityChange.Settled;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import org.junit.jupiter.api.Test;

/** What may be told as change, and what not. */
class FidelityChangeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final List<Anchor> SEVEN = seven();

    private static List<Anchor> seven() {
        List<Anchor> all = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            all.add(new Anchor("a" + i, new LocalizedText(Map.of(Language.NB, "Punkt " + i)), Map.of()));
        }
        return all;
    }

    private static Settled settled(int month, int apart, int... levels) {
        Map<String, Agreed> agreed = new LinkedHashMap<>();
        for (int i = 0; i < levels.length; i++) {
            agreed.put(
                    "a" + (i + 1),
                    i == apart ? Agreed.not(List.of(levels[i], 5), "Enhet", "Veileder") : Agreed.on(levels[i]));
        }
        Rating rating = new Rating(
                UUID.randomUUID(), new JourneyId(UUID.randomUUID()), month, List.of(), DAY, DAY, DAY, true, true, 1);
        return new Settled(rating, agreed);
    }

    private static FidelityChange change(Settled... settled) {
        return FidelityChange.of(List.of(settled), SEVEN).orElseThrow();
    }

    @Test
    void one_rating_tells_no_change() {
        assertThat(FidelityChange.of(List.of(settled(0, -1, 1, 1, 1, 1, 1, 1, 1)), SEVEN))
                .isEmpty();
    }

    @Test
    void a_step_both_agree_on_is_told_and_a_step_they_do_not_agree_on_is_not() {
        FidelityChange change = change(settled(0, -1, 2, 2, 2, 3, 2, 2, 2), settled(6, 1, 3, 3, 2, 2, 2, 2, 2));
        assertThat(change.up()).extracting(it -> it.anchor().id()).containsExactly("a1");
        assertThat(change.down()).extracting(it -> it.anchor().id()).containsExactly("a4");
    }

    @Test
    void where_they_do_not_agree_the_lowest_stands() {
        assertThat(Agreed.not(List.of(4, 2, 3), "Vi ser det", "Jeg ser det ikke")
                        .level())
                .isEqualTo(2);
    }

    @Test
    void the_mean_of_seven_is_told_only_when_it_moves_half_a_step() {
        Settled before = settled(0, -1, 2, 2, 2, 2, 2, 2, 2);
        assertThat(change(before, settled(6, -1, 3, 3, 3, 2, 2, 2, 2)).meanTold())
                .isFalse();
        assertThat(change(before, settled(6, -1, 3, 3, 3, 3, 2, 2, 2)).meanTold())
                .isTrue();
        assertThat(change(before, settled(6, -1, 1, 1, 1, 1, 2, 2, 2)).meanTold())
                .isTrue();
    }

    @Test
    void the_first_is_compared_with_the_last() {
        FidelityChange change = change(
                settled(0, -1, 2, 2, 2, 2, 2, 2, 2),
                settled(6, -1, 5, 5, 5, 5, 5, 5, 5),
                settled(12, -1, 3, 2, 2, 2, 2, 2, 2));
        assertThat(change.up()).singleElement().matches(it -> it.before() == 2 && it.after() == 3);
        assertThat(change.to().month()).isEqualTo(12);
    }
}
