package no.samtidig.survey.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of whole answers. It reads the view {@code survey.report_whole} and nothing else, which a test holds it to. */
@Repository
class WholeAnswerStore {
    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    WholeAnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<WholeAnswers.Whole> of(RoundId round, Purpose purpose, UnitPath unit) {
        return sql.sql("""
                select staff_group, answers::text as answers from survey.report_whole
                where round = :round and purpose = :purpose and unit = :unit::ltree
                """)
                .param("round", round.value())
                .param("purpose", purpose.code())
                .param("unit", unit.value())
                .query((row, _) -> new WholeAnswers.Whole(
                        Optional.ofNullable(row.getString("staff_group")).flatMap(StaffGroup::of),
                        answers(row.getString("answers"))))
                .list();
    }

    private Answers answers(String written) {
        return new Answers(json.readValue(written, new TypeReference<Map<String, List<String>>>() {}));
    }
}
