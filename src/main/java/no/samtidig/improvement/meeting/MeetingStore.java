package no.samtidig.improvement.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of results meetings. */
@Repository
class MeetingStore {
    private static final String MEETING = """
            select id, journey, month, minutes, code, vote, voters, began, ended, declined, reason, ending, room from improvement.meeting
            """;

    private final JdbcClient sql;

    MeetingStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        String ending = row.getString("ending");
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                new JourneyId(row.getObject("journey", UUID.class)),
                row.getInt("month"),
                row.getInt("minutes"),
                code == null ? null : new MeetingCode(code),
                Meeting.Vote.of(row.getString("vote")),
                number(row, "voters"),
                row.getObject("began", OffsetDateTime.class),
                row.getObject("ended", OffsetDateTime.class),
                Optional.ofNullable(row.getString("declined")),
                row.getString("reason"),
                ending == null ? Optional.empty() : Ending.of(ending),
                number(row, "room"));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        Integer number = row.getObject(column, Integer.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether it was made: an open one of the journey stands in the way, as does the same code. */
    boolean add(
            MeetingId id,
            JourneyId journey,
            int month,
            int minutes,
            MeetingCode code,
            OffsetDateTime now,
            AccountId by) {
        return sql.sql("""
                        insert into improvement.meeting (id, journey, month, minutes, code, began, began_by)
                        values (:id, :journey, :month, :minutes, :code, :now, :by) on conflict do nothing
                        """)
                        .param("id", id.value())
                        .param("journey", journey.value())
                        .param("month", month)
                        .param("minutes", minutes)
                        .param("code", code.value())
                        .param("now", now)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Those of a journey, the newest first. */
    List<Meeting> of(JourneyId journey) {
        return sql.sql(MEETING + " where journey = :journey order by began desc, id")
                .param("journey", journey.value())
                .query(MeetingStore::meeting)
                .list();
    }

    Optional<Meeting> find(JourneyId journey, MeetingId id) {
        return sql.sql(MEETING + " where journey = :journey and id = :id")
                .param("journey", journey.value())
                .param("id", id.value())
                .query(MeetingStore::meeting)
                .optional();
    }

    /** An open one that did not begin too long ago. */
    Optional<Meeting> open(MeetingCode code, OffsetDateTime after) {
        return sql.sql(MEETING + " where code = :code and began > :after")
                .param("code", code.value())
                .param("after", after)
                .query(MeetingStore::meeting)
                .optional();
    }

    /** The same, held until the transaction ends, so that the vote is not closed in between. */
    Optional<Meeting> holding(MeetingId id) {
        return sql.sql(MEETING + " where id = :id for share")
                .param("id", id.value())
                .query(MeetingStore::meeting)
                .optional();
    }

    /** Locked until the transaction ends: nobody votes meanwhile. */
    Meeting locking(MeetingId id) {
        return sql.sql(MEETING + " where id = :id for update")
                .param("id", id.value())
                .query(MeetingStore::meeting)
                .single();
    }

    List<MeetingId> openSince(OffsetDateTime before) {
        return sql
                .sql("select id from improvement.meeting where ended is null and began <= :before")
                .param("before", before)
                .query(UUID.class)
                .list()
                .stream()
                .map(MeetingId::new)
                .toList();
    }

    void openVote(MeetingId id) {
        sql.sql("update improvement.meeting set vote = 'open' where id = :id and vote = 'waiting' and ended is null")
                .param("id", id.value())
                .update();
    }

    /** How many in the room may vote; empty where nobody counted. */
    void room(MeetingId id, OptionalInt people) {
        sql.sql("update improvement.meeting set room = :room where id = :id and vote <> 'closed' and ended is null")
                .param("id", id.value())
                .param("room", people.isPresent() ? people.getAsInt() : null)
                .update();
    }

    void closeVote(MeetingId id, Optional<Votes> votes) {
        sql.sql("update improvement.meeting set vote = 'closed', voters = :voters where id = :id")
                .param("id", id.value())
                .param("voters", votes.map(Votes::voters).orElse(null))
                .update();
        votes.ifPresent(it -> it.votes()
                .forEach((area, n) -> sql.sql(
                                "insert into improvement.meeting_area (meeting, area, votes) values (:id, :area, :votes)")
                        .param("id", id.value())
                        .param("area", area)
                        .param("votes", n)
                        .update()));
        forgetPhones(id);
    }

    /** With their votes. */
    void forgetPhones(MeetingId id) {
        sql.sql("delete from improvement.meeting_vote where meeting = :id")
                .param("id", id.value())
                .update();
        sql.sql("delete from improvement.meeting_phone where meeting = :id")
                .param("id", id.value())
                .update();
    }

    void end(MeetingId id, Ending ending, OffsetDateTime now) {
        sql.sql("""
                update improvement.meeting set ended = :now, code = null, ending = :ending,
                    vote = case vote when 'open' then 'closed' else vote end
                where id = :id and ended is null
                """)
                .param("id", id.value())
                .param("ending", ending.code())
                .param("now", now)
                .update();
        forgetPhones(id);
    }

    boolean decline(MeetingId id, String area, String reason) {
        return sql.sql("""
                        update improvement.meeting set declined = :area, reason = :reason
                        where id = :id and ended is null and (declined is null or declined = :area)
                        """)
                        .param("id", id.value())
                        .param("area", area)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void give(MeetingId id, String area) {
        sql.sql("update improvement.meeting_area set given = true where meeting = :id and area = :area")
                .param("id", id.value())
                .param("area", area)
                .update();
    }

    List<String> given(MeetingId id) {
        return sql.sql("select area from improvement.meeting_area where meeting = :id and given order by area")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    /** By area, as they were kept. */
    Map<String, Integer> votes(MeetingId id) {
        Map<String, Integer> all = new LinkedHashMap<>();
        sql.sql("select area, votes from improvement.meeting_area where meeting = :id")
                .param("id", id.value())
                .query((row, _) -> all.put(row.getString("area"), row.getInt("votes")))
                .list();
        return all;
    }

    Standing standing(MeetingId id) {
        return sql.sql(
                        "select count(*) as joined, count(*) filter (where voted) as voted from improvement.meeting_phone where meeting = :id")
                .param("id", id.value())
                .query((row, _) -> new Standing(row.getInt("joined"), row.getInt("voted")))
                .single();
    }

    boolean joined(MeetingId id, byte[] phone) {
        return sql.sql("select exists (select from improvement.meeting_phone where meeting = :id and phone = :phone)")
                .param("id", id.value())
                .param("phone", phone)
                .query(Boolean.class)
                .single();
    }

    void join(MeetingId id, byte[] phone) {
        sql.sql("insert into improvement.meeting_phone (meeting, phone) values (:id, :phone) on conflict do nothing")
                .param("id", id.value())
                .param("phone", phone)
                .update();
    }

    void vote(MeetingId id, byte[] phone, Collection<String> areas) {
        sql.sql("update improvement.meeting_phone set voted = :voted where meeting = :id and phone = :phone")
                .param("id", id.value())
                .param("phone", phone)
                .param("voted", !areas.isEmpty())
                .update();
        sql.sql("delete from improvement.meeting_vote where meeting = :id and phone = :phone")
                .param("id", id.value())
                .param("phone", phone)
                .update();
        areas.forEach(area -> sql.sql(
                        "insert into improvement.meeting_vote (meeting, phone, area) values (:id, :phone, :area)")
                .param("id", id.value())
                .param("phone", phone)
                .param("area", area)
                .update());
    }

    /** What one phone has voted for. */
    List<String> votedFor(MeetingId id, byte[] phone) {
        return sql.sql("select area from improvement.meeting_vote where meeting = :id and phone = :phone")
                .param("id", id.value())
                .param("phone", phone)
                .query(String.class)
                .list();
    }

    /** By area, of all phones. */
    Map<String, Integer> counted(MeetingId id) {
        Map<String, Integer> all = new LinkedHashMap<>();
        sql.sql("select area, count(*) as votes from improvement.meeting_vote where meeting = :id group by area")
                .param("id", id.value())
                .query((row, _) -> all.put(row.getString("area"), row.getInt("votes")))
                .list();
        return all;
    }
}
