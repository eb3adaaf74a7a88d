package no.samtidig.improvement.instrument;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.LocalizedText;

/**
 * What the user council is asked. It talks, and gives one answer to each item; nobody answers alone, and nobody tells a story.
 *
 * @param answers in order, from the least to the most, then disagreement and not knowing
 */
public record Council(List<Answer> answers, List<Item> items) {
    public Council {
        answers = List.copyOf(answers);
        items = List.copyOf(items);
    }

    /** One possible answer. */
    public record Answer(String id, LocalizedText text) {}

    /**
     * One item.
     *
     * @param mirrors the staff's statement it is shown beside, never averaged with it
     */
    public record Item(String id, LocalizedText text, Statement mirrors) {}

    public Optional<Answer> answer(String id) {
        return answers.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
