package no.samtidig.platform.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a reader asks of a list, as it stands in the address: {@code ?q=ord&sorter=-navn&side=2&status=apen}.
 *
 * @param path of the page
 * @param words to search for; empty for all
 * @param order key of the column to sort by; empty for the list's own order
 * @param falling whether the greatest comes first
 * @param page counted from 1
 * @param chosen filters with their value
 */
public record ListQuery(
        String path, String words, String order, boolean falling, int page, Map<String, String> chosen) {
    /** Rows on a page. */
    public static final int ROWS = 50;

    private static final int LONGEST = 100;
    private static final int LAST = 100_000;

    public ListQuery {
        chosen = Map.copyOf(chosen);
    }

    /**
     * Reads the address; what no link of ours holds is left out.
     *
     * @param columns that can be sorted by
     * @param filters their names, and what may be chosen of each
     */
    public static ListQuery of(
            String path, Map<String, String> query, List<String> columns, Map<String, List<String>> filters) {
        String sorted = query.getOrDefault("sorter", "");
        boolean falling = sorted.startsWith("-");
        String order = falling ? sorted.substring(1) : sorted;
        String words = query.getOrDefault("q", "").strip();
        Map<String, String> chosen = new LinkedHashMap<>();
        filters.forEach((name, values) -> {
            String value = query.getOrDefault(name, "");
            if (values.contains(value)) {
                chosen.put(name, value);
            }
        });
        boolean known = columns.contains(order);
        return new ListQuery(
                path,
                words.substring(0, Math.min(LONGEST, words.length())),
                known ? order : "",
                known && falling,
                page(query.getOrDefault("side", "")),
                chosen);
    }

    private static int page(String typed) {
        return typed.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(typed), 1, LAST) : 1;
    }

    public Optional<String> chosen(String filter) {
        return Optional.ofNullable(chosen.get(filter));
    }

    /** Whether only some of the list is asked for. */
    public boolean narrowed() {
        return !words.isEmpty() || !chosen.isEmpty();
    }

    /** Rows before this page. */
    public int offset() {
        return (page - 1) * ROWS;
    }

    /** The address of another page of the same. */
    public String at(int other) {
        return address(order, falling, other, chosen);
    }

    /** The address of the same sorted by a column; falling where it is rising already. */
    public String by(String column) {
        return address(column, column.equals(order) && !falling, 1, chosen);
    }

    /** The address of the same with this value of a filter; without it where it is chosen already. */
    public String with(String filter, String value) {
        Map<String, String> other = new LinkedHashMap<>(chosen);
        if (value.equals(other.get(filter))) {
            other.remove(filter);
        } else {
            other.put(filter, value);
        }
        return address(order, falling, 1, other);
    }

    /** The address of the whole list. */
    public String all() {
        return path;
    }

    /** The order as it stands in the address; empty for the list's own. */
    public String sorter() {
        return (falling ? "-" : "") + order;
    }

    private String address(String column, boolean down, int number, Map<String, String> filters) {
        StringBuilder address = new StringBuilder(path);
        put(address, "q", words);
        filters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> put(address, it.getKey(), it.getValue()));
        put(address, "sorter", column.isEmpty() ? "" : (down ? "-" : "") + column);
        put(address, "side", number == 1 ? "" : String.valueOf(number));
        return address.toString();
    }

    private void put(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.length() == path.length() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /**
     * Searches, sorts and cuts a list that is short enough to lie in memory. A long one does so in SQL.
     *
     * @param text what the words are looked for in
     * @param orders how each column sorts
     */
    public <T> Found<T> of(List<T> all, Function<T, String> text, Map<String, Comparator<T>> orders) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
        List<T> found = all.stream()
                .filter(it -> {
                    String here = text.apply(it).toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(here::contains);
                })
                .toList();
        Comparator<T> order = orders.get(this.order);
        List<T> sorted = order == null
                ? found
                : found.stream().sorted(falling ? order.reversed() : order).toList();
        return new Found<>(sorted.stream().skip(offset()).limit(ROWS).toList(), found.size());
    }

    /**
     * A page of what was found.
     *
     * @param rows on this page
     * @param count on all pages
     */
    public record Found<T>(List<T> rows, int count) {
        public Found {
            rows = List.copyOf(rows);
        }
    }
}
