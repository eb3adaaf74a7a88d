package no.samtidig.improvement.web.fidelity;

import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** Fields of a form that stand there once for each anchor: a name, a hyphen and the anchor's id. */
record Typed(MultiValueMap<String, String> fields) {
    String one(String name, String anchor) {
        return Objects.requireNonNullElse(fields.getFirst(name + "-" + anchor), "")
                .strip();
    }

    List<String> all(String name, String anchor) {
        return fields.getOrDefault(name + "-" + anchor, List.of());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }
}
