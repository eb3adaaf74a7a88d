package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Entry;
import no.samtidig.interoperability.ImportReport.Outcome;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each element of each file, gone, replaced or with something added: nothing is a fault, and nothing is lost without a word. */
class LossTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "http://merke.example/tillegg";

    private static Stream<String> files() {
        return Workbench.files();
    }

    /** A place in a file: steps from the root. */
    private record Place(List<Object> steps, String name) {
        JsonNode in(JsonNode root) {
            JsonNode at = root;
            for (Object step : steps) {
                at = step instanceof Integer index ? at.get(index) : at.get((String) step);
            }
            return at;
        }
    }

    private static void gather(JsonNode node, List<Object> steps, Consumer<Place> found) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                found.accept(new Place(List.copyOf(steps), name));
                steps.add(name);
                gather(object.get(name), steps, found);
                steps.removeLast();
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                steps.add(i);
                gather(array.get(i), steps, found);
                steps.removeLast();
            }
        }
    }

    private static List<Place> places(String file) {
        List<Place> places = new ArrayList<>();
        gather(JSON.readTree(file), new ArrayList<>(), places::add);
        return places;
    }

    private static String changed(String file, Place place, Consumer<ObjectNode> change) {
        JsonNode root = JSON.readTree(file);
        change.accept((ObjectNode) place.in(root));
        return JSON.writeValueAsString(root);
    }

    @ParameterizedTest
    @MethodSource("files")
    void anything_may_be_gone_or_something_else(String name) {
        String file = Workbench.file(name);
        for (Place place : places(file)) {
            for (String other :
                    List.of("null", "{}", "[]", "\"\"", "\"x\"", "7", "true", "[{}]", "{\"extension\":[{}]}")) {
                String json = changed(file, place, it -> it.set(place.name(), JSON.readTree(other)));
                assertThat(Workbench.read(json)).as(json).isNotNull();
            }
            String without = changed(file, place, it -> it.remove(place.name()));
            assertThat(Workbench.read(without)).as(without).isNotNull();
            String only = changed(file, place, it -> {
                it.remove(place.name());
                it.set("_" + place.name(), extended());
            });
            assertThat(Workbench.read(only)).as(only).isNotNull();
        }
    }

    private static JsonNode extended() {
        return JSON.readTree("{\"extension\":[{\"url\":\"" + MARK + "\",\"valueString\":\"merket\"}]}");
    }

    /** Where an extension means nothing to who answers: beside the questionnaire, or in the name of a value set. */
    private static boolean apart(Place place) {
        return place.steps().contains("meta")
                || (place.steps().contains("contained")
                        && !place.steps().contains("concept")
                        && !place.steps().contains("contains"))
                || Set.of("resourceType", "id", "url", "language").contains(place.name())
                || (place.steps().isEmpty() && !Set.of("title", "description").contains(place.name()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_extension_anywhere_is_told_or_lies_in_what_is_left_out(String name) {
        String file = Workbench.file(name);
        if (file.contains("\"Bundle\"")) {
            return;
        }
        for (Place place : places(file)) {
            JsonNode value = place.in(JSON.readTree(file)).get(place.name());
            if (apart(place) || value.isArray() || place.name().startsWith("_")) {
                continue;
            }
            String json = changed(file, place, it -> {
                ObjectNode holder = value.isObject()
                        ? (ObjectNode) it.get(place.name())
                        : it.has("_" + place.name())
                                ? (ObjectNode) it.get("_" + place.name())
                                : it.putObject("_" + place.name());
                ArrayNode extensions =
                        holder.has("extension") ? (ArrayNode) holder.get("extension") : holder.putArray("extension");
                extensions.add(JSON.readTree("{\"url\":\"" + MARK + "\",\"valueString\":\"merket\"}"));
            });
            told(json, MARK, place);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_words_of_anything_are_kept_or_told(String name) {
        String file = Workbench.file(name);
        for (Place place : places(file)) {
            if (!Set.of("text", "prefix", "title", "description", "display", "valueString", "valueMarkdown")
                            .contains(place.name())
                    || place.steps().contains("enableWhen")
                    || apart(place)) {
                continue;
            }
            String json = changed(file, place, it -> it.put(place.name(), "Merkeord"));
            told(json, "Merkeord", place);
        }
    }

    private static void told(String json, String mark, Place place) {
        if (!(Workbench.read(json) instanceof Reading.Read read)) {
            return;
        }
        List<Entry> all = new ArrayList<>(read.report().entries());
        all.add(read.report().whole());
        boolean kept = QuestionnaireText.write(read.questionnaire()).contains(mark)
                || all.stream()
                        .flatMap(it -> it.notes().stream())
                        .anyMatch(it -> it.arguments().stream().anyMatch(word -> word.contains(mark)))
                || all.stream()
                        .anyMatch(it ->
                                it.outcome() == Outcome.LEFT_OUT && it.text().contains(mark))
                || all.stream()
                        .flatMap(it -> it.notes().stream())
                        .anyMatch(it -> it.kind() == ImportReport.Kind.MARKDOWN_DIFFERS
                                || it.kind() == ImportReport.Kind.ANSWER_LABELS);
        assertThat(kept).as("%s %s of %s", place.steps(), place.name(), json).isTrue();
    }
}
