package no.samtidig.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session runs on, as people would say it: a browser and a system. Enough to tell one's phone from the ward's computer; no
 * version, so it tells next to nothing of anybody else.
 *
 * @param browser its name, or empty where we do not know it
 * @param system its name, or empty
 */
public record Device(String browser, String system) {
    /** In this order: most browsers also call themselves something further down. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("Linux", "Linux"));

    private static final Device UNKNOWN = new Device("", "");

    /** From the header {@code User-Agent}. */
    static Device of(@Nullable String agent) {
        return agent == null ? UNKNOWN : new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static String first(List<Map.Entry<String, String>> names, String agent) {
        return names.stream()
                .filter(it -> agent.contains(it.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /** Its names after each other, as a first name for something made there. */
    String words() {
        return (browser + " " + system).strip();
    }

    /** As a session keeps it. */
    String kept() {
        return browser + "|" + system;
    }

    static Device ofKept(@Nullable String kept) {
        int bar = kept == null ? -1 : kept.indexOf('|');
        return kept == null || bar < 0 ? UNKNOWN : new Device(kept.substring(0, bar), kept.substring(bar + 1));
    }
}
