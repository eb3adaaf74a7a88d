package no.samtidig.survey;

import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The staff of a round, as its job invites them: tests run no jobs. */
public final class InvitedStaff {
    private InvitedStaff() {}

    /** Opens what opens today, invites everybody, and tells the codes of those who have not answered. */
    public static List<String> codes(App app, RoundId round) {
        Posting posting = app.bean(Posting.class);
        posting.openAndClose();
        posting.write();
        return app
                .bean(JdbcClient.class)
                .sql("select id from survey.ticket where round = :round and not used order by id")
                .param("round", round.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(app.bean(Tickets.class)::code)
                .toList();
    }
}
