package no.samtidig.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with a form that came in: which field, and the sentence that says so. The page that shows the form again carries it
 * beside what was typed; {@code errorSummary} tells all of it before the form, and each field tells its own.
 *
 * @param flaws in the order of the form; empty where nothing is wrong
 * @param refusal the status to answer with where something is wrong: 422, 429 (one has to wait) or 503 (all have to)
 */
public record Trouble(List<Flaw> flaws, int refusal) {
    /** Nothing is wrong. */
    public static final Trouble NONE = new Trouble(List.of());

    public Trouble {
        flaws = List.copyOf(flaws);
    }

    public Trouble(List<Flaw> flaws) {
        this(flaws, 422);
    }

    /**
     * One thing that is wrong.
     *
     * @param field id of the field it is about; empty where it is about no field
     * @param sentence what to say
     */
    public record Flaw(String field, Sentence sentence) {}

    /** One field is wrong. */
    public static Trouble at(String field, String key, Object... arguments) {
        return NONE.and(field, key, arguments);
    }

    /** One field is wrong, if there is something to say about it. */
    public static Trouble where(String field, Optional<Sentence> sentence) {
        return sentence.map(it -> new Trouble(List.of(new Flaw(field, it)))).orElse(NONE);
    }

    /** Something is wrong that no field can mend, such as a form that came too late. */
    public static Trouble whole(String key, Object... arguments) {
        return NONE.and("", key, arguments);
    }

    /** Nothing need be wrong, but it was sent so often that one has to wait. */
    public static Trouble wait(String field, String key, Object... arguments) {
        return new Trouble(at(field, key, arguments).flaws, 429);
    }

    /** Nothing need be wrong, but more ask than we can answer just now. */
    public static Trouble busy(String field, String key, Object... arguments) {
        return new Trouble(at(field, key, arguments).flaws, 503);
    }

    /** This, and one thing more. */
    public Trouble and(String field, String key, Object... arguments) {
        return and(new Trouble(List.of(new Flaw(field, Sentence.of(key, arguments)))));
    }

    /** This, and what else is wrong. */
    public Trouble and(Trouble other) {
        return new Trouble(
                Stream.concat(flaws.stream(), other.flaws.stream()).toList(), Math.max(refusal, other.refusal));
    }

    /** The same in the order in which the fields stand on the page; those not named come last. */
    public Trouble inOrder(List<String> fields) {
        List<Flaw> sorted = new ArrayList<>(flaws);
        sorted.sort(Comparator.comparingInt(it -> place(fields, it.field())));
        return new Trouble(sorted, refusal);
    }

    private static int place(List<String> fields, String field) {
        int place = fields.indexOf(field);
        return place < 0 ? fields.size() : place;
    }

    public boolean any() {
        return !flaws.isEmpty();
    }

    /** Whether this field is wrong. */
    public boolean with(String field) {
        return flaws.stream().anyMatch(it -> it.field().equals(field));
    }

    /** What is wrong with this field. */
    public List<Sentence> on(String field) {
        return flaws.stream()
                .filter(it -> it.field().equals(field))
                .map(Flaw::sentence)
                .toList();
    }

    /** The status to answer with: the form came in and was not taken, it came too often, or nothing is wrong. */
    public int status() {
        return any() ? refusal : 200;
    }
}
