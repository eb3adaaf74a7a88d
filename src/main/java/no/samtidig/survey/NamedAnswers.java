package no.samtidig.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.access.StaffMember;
import no.samtidig.access.Visitor;
import no.samtidig.questionnaire.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was answered by name, in a round that said from the beginning that it would be. Looking is noted. */
@Service
public class NamedAnswers {
    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Accounts accounts;
    private final AuditLog audit;
    private final JsonMapper json;

    NamedAnswers(JdbcClient sql, Accounts accounts, AuditLog audit, JsonMapper json) {
        this.sql = sql;
        this.accounts = accounts;
        this.audit = audit;
        this.json = json;
    }

    /**
     * The answers as a table: a line of headings, then one for each person.
     *
     * @param round one that the person may run, and that is not anonymous
     * @param nameHeading over the names
     * @param gone stands for the name of somebody who has no role within the person's reach any more
     */
    @Transactional
    public List<List<String>> table(Visitor.Person person, Round round, String nameHeading, String gone) {
        if (round.anonymous()) {
            throw new IllegalArgumentException("an anonymous round has no names");
        }
        Map<AccountId, String> names = accounts.staffWithin(person.acting().scope()).stream()
                .collect(Collectors.toMap(StaffMember::account, StaffMember::name));
        List<String> keys = round.questionnaire().questions().stream()
                .flatMap(it -> it.keys().stream())
                .toList();
        List<List<String>> table = new ArrayList<>();
        table.add(Stream.concat(Stream.of(nameHeading), keys.stream()).toList());
        sql
                .sql("select account, answers from survey.named_response where round = :round")
                .param("round", round.id().value())
                .query((row, number) -> {
                    Answers answers = new Answers(json.readValue(row.getString("answers"), ANSWERS));
                    String name = names.getOrDefault(new AccountId(row.getObject("account", UUID.class)), gone);
                    return Stream.concat(Stream.of(name), keys.stream().map(it -> String.join(", ", answers.of(it))))
                            .toList();
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(List::getFirst))
                .forEach(table::add);
        audit.write(
                person.account(),
                SurveyAction.TOOK_OUT_NAMED_ANSWERS,
                round.id().value());
        return List.copyOf(table);
    }
}
