package no.samtidig.improvement.pipeline;

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
 * What the pipeline keeps about a person: notes they wrote, lists of theirs that wait, and where a region has written them down as the one
 * to talk with. Erased, a note stays as nobody's; what others wrote loses their name and address.
 */
@Component
@Order(71)
class PipelineData implements PersonalData {
    private static final String GONE = "…";

    private final AccountRows rows;
    private final JdbcClient sql;

    PipelineData(AccountRows rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("pipeline_note", rows.of("""
                select j.unit::text as unit, n.made, n.text from improvement.pipeline_note n join improvement.journey j on j.id = n.journey
                where n.by = :account or position((select lower(name) from access.account where id = :account) in lower(n.text)) > 0
                    or position((select email from access.account where id = :account) in lower(n.text)) > 0
                order by n.made, n.id
                """, account));
        all.put("pipeline_batch", rows.of("""
                select made from improvement.pipeline_batch
                where account = :account
                    or position((select email from access.account where id = :account) in lower(content)) > 0
                order by made
                """, account));
        all.put("pipeline_contact", rows.of("""
                select j.unit::text as unit, p.name, p.address
                from improvement.pipeline_contact p join improvement.journey j on j.id = p.journey
                where lower(p.address) = (select email from access.account where id = :account)
                    or lower(p.name) = (select lower(name) from access.account where id = :account)
                order by unit
                """, account));
        return all;
    }

    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update improvement.pipeline_note set by = null where by = :account",
                "delete from improvement.pipeline_batch where account = :account");
    }

    @Override
    public void forget(Identity person) {
        String name = person.name().toLowerCase(Locale.ROOT);
        sql.sql("""
                delete from improvement.pipeline_contact
                where lower(address) = :email or :name <> '' and lower(name) = :name
                """).param("email", person.email()).param("name", name).update();
        written("pipeline_note", "text", person)
                .forEach(it -> sql.sql("update improvement.pipeline_note set text = :text where id = :id")
                        .param("id", it.id())
                        .param("text", without(without(it.text(), person.name()), person.email()))
                        .update());
        written("pipeline_batch", "content", person)
                .forEach(it -> sql.sql("update improvement.pipeline_batch set content = :text where id = :id")
                        .param("id", it.id())
                        .param("text", withoutLines(it.text(), person))
                        .update());
    }

    private record Written(UUID id, String text) {}

    private List<Written> written(String table, String column, Identity person) {
        return sql.sql("""
                select id, {column} as text from improvement.{table}
                where position(:email in lower({column})) > 0 or (:name <> '' and position(:name in lower({column})) > 0)
                """.replace("{column}", column).replace("{table}", table))
                .param("email", person.email())
                .param("name", person.name().toLowerCase(Locale.ROOT))
                .query(Written.class)
                .list();
    }

    /** The text with a name or an address taken out, however it is written. */
    static String without(String text, String what) {
        String small = text.toLowerCase(Locale.ROOT);
        String wanted = what.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || small.length() != text.length()) {
            return wanted.isEmpty() || !small.contains(wanted) ? text : GONE;
        }
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (int at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, from)) {
            left.append(text, from, at).append(GONE);
            from = at + wanted.length();
        }
        return left.append(text, from, text.length()).toString();
    }

    private static String withoutLines(String list, Identity person) {
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
