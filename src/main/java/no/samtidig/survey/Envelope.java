package no.samtidig.survey;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Secrets;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer waits in from when it comes in until it is let out: under seal, and of a size that tells nothing. Where it lies nothing
 * says when it came or from whom.
 */
@Component
public final class Envelope {
    /** The smallest, in bytes before sealing. */
    static final int SMALLEST = 1024;

    private static final int LENGTH = Integer.BYTES;

    private final Secrets secrets;
    private final JsonMapper json = JsonMapper.builder().build();

    Envelope(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * What lies inside.
     *
     * @param ticket whose right to answer was used
     * @param staffGroup as the invitation says, else as the answerer says
     * @param answers only to what was shown
     */
    public record SealedAnswer(UUID ticket, UnitPath unit, Optional<StaffGroup> staffGroup, Answers answers) {}

    /** Who an answer is from, without what they answered. */
    public record Sender(UUID ticket, UnitPath unit, Optional<StaffGroup> staffGroup) {}

    /** An answer in as few letters as can be understood. */
    private record Written(UUID t, String u, @Nullable String g, Map<String, List<String>> a) {}

    private record WrittenSender(UUID t, String u, @Nullable String g) {}

    /**
     * Seals an answer.
     *
     * @param room bytes it gets at least, a power of two: {@link #room(Questionnaire)}
     */
    byte[] seal(SealedAnswer answer, int room) {
        byte[] written = json.writeValueAsBytes(new Written(
                answer.ticket(),
                answer.unit().value(),
                answer.staffGroup().map(StaffGroup::code).orElse(null),
                answer.answers().values()));
        byte[] padded = new byte[Math.max(room, powerOfTwo(LENGTH + written.length))];
        ByteBuffer.wrap(padded).putInt(written.length).put(written);
        return secrets.seal(padded);
    }

    /**
     * Opens a sealed answer.
     *
     * @throws IllegalStateException where it was changed, or sealed with another key
     */
    public SealedAnswer open(byte[] sealed) {
        Written it = json.readValue(opened(sealed), Written.class);
        return new SealedAnswer(it.t(), new UnitPath(it.u()), staffGroup(it.g()), new Answers(it.a()));
    }

    /**
     * Who a sealed answer is from.
     *
     * @throws IllegalStateException where it was changed, or sealed with another key
     */
    public Sender sender(byte[] sealed) {
        WrittenSender it = json.readerFor(WrittenSender.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(opened(sealed));
        return new Sender(it.t(), new UnitPath(it.u()), staffGroup(it.g()));
    }

    private byte[] opened(byte[] sealed) {
        try {
            ByteBuffer padded = ByteBuffer.wrap(secrets.open(sealed));
            byte[] written = new byte[padded.getInt()];
            padded.get(written);
            return written;
        } catch (BufferUnderflowException | NegativeArraySizeException broken) {
            throw new IllegalStateException("not an answer", broken);
        }
    }

    private static Optional<StaffGroup> staffGroup(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(StaffGroup::of);
    }

    /**
     * The room each answer to a questionnaire gets: enough for every choice there is and a line in each text, so that the number of
     * questions answered never shows in the size. Only long texts need more, and then the double.
     */
    static int room(Questionnaire questionnaire) {
        Map<String, List<String>> longest = new HashMap<>();
        for (Item.Question question : questionnaire.questions()) {
            List<String> answer =
                    switch (question) {
                        case Item.MultipleChoice it -> it.values();
                        case Item.ShortText _, Item.LongText _ -> List.of("x".repeat(120));
                        case Item.NumberQuestion _ -> List.of("-1000000");
                        case Item.SingleChoice _,
                                Item.LikertGrid _,
                                Item.Frequency _,
                                Item.Importance _,
                                Item.Slider _ -> List.of(longest(question.values()));
                    };
            question.keys().forEach(key -> longest.put(key, new ArrayList<>(answer)));
        }
        int address = 250;
        int letters = longest.entrySet().stream()
                .mapToInt(it -> it.getKey().length()
                        + 6
                        + it.getValue().stream()
                                .mapToInt(value -> value.length() + 3)
                                .sum())
                .sum();
        return powerOfTwo(LENGTH + address + letters);
    }

    private static String longest(List<String> values) {
        return values.stream().max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static int powerOfTwo(int least) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, least - 1)) << 1);
    }
}
