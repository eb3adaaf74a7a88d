package no.samtidig.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.platform.code.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Where a person is signed in. A session is found by its account through the library's index of principal names. Its id never leaves
 * the server: pages name it by a digest. An ended one is gone from the database, so its next request is nobody's.
 */
public class Sessions {
    /** The session attribute that the library indexes. */
    static final String INDEXED = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    static final String DEVICE = "device";

    private final FindByIndexNameSessionRepository<? extends Session> stored;

    Sessions(FindByIndexNameSessionRepository<? extends Session> stored) {
        this.stored = stored;
    }

    /**
     * One place a person is signed in.
     *
     * @param key names it on a page
     * @param device what it runs on
     * @param since when the person signed in
     * @param used when it was last used, to about a minute
     * @param here whether it is the session that asks
     */
    public record Own(String key, Device device, Instant since, Instant used, boolean here) {}

    /** The person's sessions in force: the one that asks first, then the last used. */
    public List<Own> of(AccountId account, HttpServletRequest request) {
        String here = here(request);
        return live(account).values().stream()
                .map(it -> new Own(
                        key(it.getId()),
                        Device.ofKept(it.getAttribute(DEVICE)),
                        it.getCreationTime(),
                        it.getLastAccessedTime(),
                        it.getId().equals(here)))
                .sorted(Comparator.comparing(Own::here).thenComparing(Own::used).reversed())
                .toList();
    }

    /** The same for a copy of everything kept: what it runs on, since when, when last used. */
    List<Map<String, Object>> facts(AccountId account) {
        return live(account).values().stream()
                .map(it -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("device", Device.ofKept(it.getAttribute(DEVICE)).words());
                    facts.put("created", it.getCreationTime().atOffset(ZoneOffset.UTC));
                    facts.put("used", it.getLastAccessedTime().atOffset(ZoneOffset.UTC));
                    return facts;
                })
                .toList();
    }

    /** Ends one of the person's own; false where there is none with this key. */
    public boolean end(AccountId account, String key) {
        List<String> ids = live(account).keySet().stream()
                .filter(it -> key(it).equals(key))
                .toList();
        ids.forEach(stored::deleteById);
        return !ids.isEmpty();
    }

    /** Ends all but the session that asks. */
    public void endOthers(AccountId account, HttpServletRequest request) {
        String here = here(request);
        live(account).keySet().stream().filter(it -> !it.equals(here)).forEach(stored::deleteById);
    }

    /** Ends all, and removes those that ended by themselves. */
    public void endAll(AccountId account) {
        stored.findByPrincipalName(account.value().toString()).keySet().forEach(stored::deleteById);
    }

    private Map<String, ? extends Session> live(AccountId account) {
        Map<String, ? extends Session> all =
                stored.findByPrincipalName(account.value().toString());
        all.values().removeIf(Session::isExpired);
        return all;
    }

    private static @Nullable String here(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private static String key(String id) {
        return Digest.hex("session\n" + id).substring(0, 24);
    }
}
