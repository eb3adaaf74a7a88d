package no.samtidig.improvement.gap;

import java.util.List;
import java.util.Map;
import no.samtidig.questionnaire.Answers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they lie in the database. */
final class AnswerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerJson() {}

    static Answers read(String written) {
        return new Answers(JSON.readValue(written, new TypeReference<Map<String, List<String>>>() {}));
    }

    static String write(Answers answers) {
        return JSON.writeValueAsString(answers.values());
    }
}
