package no.samtidig.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this module keeps about a person: which rounds they were invited to, and the answers they gave with their name. Anonymous
 * answers belong to nobody, so they are neither here nor can they be taken back.
 */
@Component
@Order(60)
class SurveyData implements PersonalData {
    private final AccountRows rows;
    private final JdbcClient sql;

    SurveyData(AccountRows rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("survey_invitation", rows.of("""
                select r.name as round, t.address, t.made, t.mailed, t.used, t.withdrawn, t.no_reminders
                from survey.ticket t join survey.round r on r.id = t.round
                where t.account = :account or t.address = (select email from access.account where id = :account) order by t.made, r.name
                """, account));
        all.put("survey_answer", rows.of("""
                select r.name as round, n.day, n.answers::text as answers
                from survey.named_response n join survey.round r on r.id = n.round where n.account = :account order by n.day, r.name
                """, account));
        all.put("survey_list", rows.of("""
                select made from survey.import_stage
                where account = :account
                   or position((select email from access.account where id = :account) in lower(content)) > 0
                order by made
                """, account));
        all.put(
                "survey_round",
                rows.of(
                        "select name as round, made from survey.round where made_by = :account order by made, name",
                        account));
        all.put("survey_reminder", rows.of("""
                select r.name as round, m.asked from survey.reminder m join survey.round r on r.id = m.round
                where m.asked_by = :account order by m.asked, r.name
                """, account));
        return all;
    }

    /** The invitation stays as a ticket of nobody: the round's numbers must not change. */
    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update survey.ticket set account = null, address = null where account = :account",
                "delete from survey.named_response where account = :account",
                "delete from survey.import_stage where account = :account",
                "update survey.round set made_by = null where made_by = :account",
                "update survey.reminder set asked_by = null where asked_by = :account");
    }

    /** An invitation that was sent to the address by itself stays as one of nobody, and its line is taken out of lists that wait. */
    @Override
    public void forget(Identity person) {
        sql.sql("update survey.ticket set address = null where address = :email")
                .param("email", person.email())
                .update();
        sql.sql("""
                select id, content from survey.import_stage
                where position(:email in lower(content)) > 0 or (:name <> '' and position(:name in lower(content)) > 0)
                """)
                .param("email", person.email())
                .param("name", person.name().toLowerCase(Locale.ROOT))
                .query(Stage.class)
                .list()
                .forEach(it -> sql.sql("update survey.import_stage set content = :content where id = :id")
                        .param("id", it.id())
                        .param("content", without(it.content(), person))
                        .update());
    }

    private record Stage(UUID id, String content) {}

    private static String without(String list, Identity person) {
        String name = person.name().toLowerCase(Locale.ROOT);
        return list.lines()
                .filter(it -> {
                    String line = it.toLowerCase(Locale.ROOT);
                    return !line.contains(person.email()) && (name.isEmpty() || !line.contains(name));
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
