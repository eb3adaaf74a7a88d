package no.samtidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every estimator against the shared reference values, found by reading the folder; {@code -Dsamtidig.statistics.reference} gives another
 * folder of the same shape.
 */
class ReferenceValuesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("samtidig.statistics.reference", "src/test/resources/statistics"));
    private static final int SHARED = 234;

    @TestFactory
    Stream<DynamicContainer> each_estimator_gives_the_shared_values() {
        return files().map(file -> {
            JsonNode read = read(file);
            double tolerance = read.path("relative_tolerance").asDouble();
            return DynamicContainer.dynamicContainer(
                    file.getFileName().toString(),
                    read.path("cases")
                            .valueStream()
                            .map(it -> DynamicTest.dynamicTest(
                                    it.path("id").asString(),
                                    () -> assertThat(differences(it, tolerance)).isEmpty())));
        });
    }

    @Test
    void all_cases_are_found() {
        long found = files().mapToLong(it -> read(it).path("cases").size()).sum();
        assertThat(found).isGreaterThanOrEqualTo(SHARED);
    }

    @Test
    void a_wrong_value_is_noticed() {
        assertThat(differences(changed("low", 0.25), 1e-8))
                .singleElement()
                .asString()
                .contains("low");
    }

    @Test
    void a_number_where_nothing_can_be_known_is_noticed() {
        JsonNode nobody = one("proportion.json", "wilson-06-95");
        ObjectNode expected = (ObjectNode) nobody.path("expected");
        expected.put("estimate", 0);
        assertThat(differences(nobody, 1e-8)).singleElement().asString().contains("estimate");
    }

    @Test
    void a_wrong_reason_is_noticed() {
        JsonNode nobody = one("proportion.json", "wilson-06-95");
        ((ObjectNode) nobody.path("undefined")).put("low", "census");
        assertThat(differences(nobody, 1e-8)).singleElement().asString().contains("census");
    }

    @Test
    void a_field_nobody_knows_is_noticed() {
        assertThat(differences(changed("middle", 0.5), 1e-8))
                .singleElement()
                .asString()
                .contains("middle");
    }

    @Test
    void an_input_and_an_estimator_nobody_knows_are_noticed() {
        JsonNode more = one("proportion.json", "wilson-01-95");
        ((ObjectNode) more.path("input")).put("weight", 2);
        assertThatThrownBy(() -> differences(more, 1e-8)).hasMessageContaining("weight");
        ((ObjectNode) more).put("estimator", "guess");
        assertThatThrownBy(() -> differences(more, 1e-8)).hasMessageContaining("guess");
    }

    private static JsonNode changed(String field, double value) {
        JsonNode one = one("proportion.json", "wilson-01-95");
        ((ObjectNode) one.path("expected")).put(field, value);
        return one;
    }

    private static JsonNode one(String file, String id) {
        return read(FOLDER.resolve("expected").resolve(file))
                .path("cases")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("expected"))) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(Path file) {
        return new JsonMapper().readTree(file.toFile());
    }

    private static List<String> differences(JsonNode of, double tolerance) {
        Record result = new ReferenceCase(FOLDER, of.path("input"))
                .run(of.path("estimator").asString());
        Flattened ours = Flattened.of(result);
        List<String> differences = new ArrayList<>();
        compare("", of.path("expected"), ours.fields(), tolerance, differences);
        of.path("undefined").properties().forEach(it -> {
            String reason = it.getValue().asString();
            if (!reason.equals(ours.undefined.get(it.getKey()))) {
                differences.add(it.getKey() + ": " + reason + ", ours " + ours.undefined.get(it.getKey()));
            }
        });
        return differences;
    }

    private static void compare(
            String path, JsonNode expected, Object ours, double tolerance, List<String> differences) {
        if (expected.isObject() || expected.isArray()) {
            if (!(ours instanceof Map<?, ?> map)) {
                differences.add(path + ": several values, ours " + ours);
                return;
            }
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            expected.properties().forEach(it -> fields.put(it.getKey(), it.getValue()));
            for (int i = 0; i < expected.size() && expected.isArray(); i++) {
                fields.put(String.valueOf(i), expected.get(i));
            }
            if (!new TreeSet<>(fields.keySet()).equals(new TreeSet<Object>(map.keySet()))) {
                differences.add(path + ": fields " + fields.keySet() + ", ours " + map.keySet());
                return;
            }
            fields.forEach((name, it) ->
                    compare(path + "." + name, it, Objects.requireNonNull(map.get(name)), tolerance, differences));
        } else if (!same(expected, ours, tolerance)) {
            differences.add(path + ": " + expected + ", ours " + ours);
        }
    }

    private static boolean same(JsonNode expected, Object ours, double tolerance) {
        return switch (ours) {
            case Undefined _ -> expected.isNull();
            case Integer it -> expected.isNumber() && expected.asDouble() == it;
            case Double it ->
                expected.isNumber()
                        && Math.abs(it - expected.asDouble()) <= tolerance * Math.max(1, Math.abs(expected.asDouble()));
            case Boolean it -> expected.isBoolean() && expected.asBoolean() == it;
            case String it -> expected.isString() && expected.asString().equals(it);
            default -> false;
        };
    }
}
