package no.samtidig.improvement.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/** What becomes of votes: groups, and never what everybody voted. */
@Proves(Promise.SMALL_GROUPS)
class VotesTest {
    @Test
    void of_fewer_than_five_nothing_is_kept() {
        assertThat(Votes.of(4, Map.of("risiko", 4))).isEmpty();
        assertThat(Votes.of(5, Map.of("risiko", 4))).isPresent();
    }

    @Test
    void half_is_many_and_a_quarter_is_some() {
        Votes votes = Votes.of(12, Map.of("a", 6, "b", 3, "c", 2, "d", 0)).orElseThrow();
        assertThat(votes.group("a")).isEqualTo(Votes.Group.MANY);
        assertThat(votes.group("b")).isEqualTo(Votes.Group.SOME);
        assertThat(votes.group("c")).isEqualTo(Votes.Group.FEW);
        assertThat(votes.group("d")).isEqualTo(Votes.Group.FEW);
        assertThat(votes.group("e")).as("nobody").isEqualTo(Votes.Group.FEW);
        assertThat(votes.scattered()).isFalse();
        assertThat(Votes.of(12, Map.of("a", 5, "b", 3)).orElseThrow().scattered())
                .isTrue();
    }

    /** What is kept of a vote by all is what is kept where one did not, and the same at the other end. */
    private static boolean tells(BiFunction<Integer, Integer, Object> told) {
        for (int voters = 5; voters < 12; voters++) {
            if (told.apply(voters, voters).equals(told.apply(voters, voters - 1))
                    && told.apply(voters, 0).equals(told.apply(voters, 1))) {
                continue;
            }
            return true;
        }
        return false;
    }

    @Test
    void it_is_never_told_that_all_voted_so_or_that_nobody_did() {
        assertThat(tells((voters, n) -> {
                    Optional<Votes> votes = Votes.of(voters, Map.of("a", n));
                    return Map.of("kept", votes, "group", votes.map(it -> it.group("a")));
                }))
                .isFalse();
        assertThatThrownBy(() -> new Votes(6, Map.of("a", 6))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Votes(6, Map.of("a", 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plain_numbers_would_tell_it() {
        assertThat(tells((voters, n) -> new HashMap<>(Map.of("a", n)))).isTrue();
    }

    @Test
    void paper_that_cannot_be_is_refused() {
        assertThat(new Paper(5, Map.of("a", 5, "b", 5, "c", 5)).possible()).isTrue();
        assertThat(new Paper(5, Map.of("a", 6)).possible()).isFalse();
        assertThat(new Paper(2, Map.of("a", 2, "b", 2, "c", 2, "d", 1)).possible())
                .isFalse();
        assertThat(new Paper(501, Map.of()).possible()).isFalse();
        assertThat(Paper.NONE.possible()).isTrue();
    }
}
