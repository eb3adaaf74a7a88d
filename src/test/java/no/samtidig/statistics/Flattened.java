package no.samtidig.statistics;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A result as the reference files write it: records as fields by name, what belongs to a number (its interval, its inference) beside it,
 * null with a reason where a figure is undefined.
 */
final class Flattened {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])[A-Z]");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("population", "N"),
            Map.entry("icc11", "icc_1_1"),
            Map.entry("icc21", "icc_2_1"),
            Map.entry("icc31", "icc_3_1"),
            Map.entry("icc1k", "icc_1_k"),
            Map.entry("icc2k", "icc_2_k"),
            Map.entry("icc3k", "icc_3_k"),
            Map.entry("gapPHolm", "gap_p_holm"),
            Map.entry("pHolm", "p_holm"));
    /** Components whose own fields stand beside them, not under them. */
    private static final Set<String> BESIDE = Set.of("interval", "inference", "paired", "ordered");

    /** Why what stands at a path is null. */
    final Map<String, String> undefined = new TreeMap<>();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Flattened of(Record result) {
        Flattened flattened = new Flattened();
        flattened.record(result, "", flattened.fields);
        return flattened;
    }

    Map<String, Object> fields() {
        return fields;
    }

    private void record(Record from, String path, Map<String, Object> to) {
        for (RecordComponent it : from.getClass().getRecordComponents()) {
            put(it.getName(), read(from, it), from, path, to);
        }
    }

    private void put(String name, Object value, Record from, String path, Map<String, Object> to) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(it -> put(name, it, from, path, to));
        } else if (from instanceof UnitChange && name.equals("areas")) {
            ((Map<?, ?>) value).forEach((area, it) -> to.put((String) area, value(it, path + area)));
        } else if (name.equals("bootstrap")) {
            Interval interval = (Interval) value;
            to.put("bootstrap_low", value(interval.low(), path + "bootstrap_low"));
            to.put("bootstrap_high", value(interval.high(), path + "bootstrap_high"));
        } else if (BESIDE.contains(name) || value instanceof Estimate) {
            record((Record) value, path, to);
        } else {
            String named = name(name);
            to.put(named, value(value, path + named));
        }
    }

    private static String name(String name) {
        return NAMES.getOrDefault(
                name, CAPITAL.matcher(name).replaceAll(it -> "_" + it.group().toLowerCase(Locale.ROOT)));
    }

    private static Object read(Record from, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Object value(Object value, String path) {
        return switch (value) {
            case Figure.Known(double number) -> number;
            case Figure.Unknown(Undefined why) -> missing(path, why);
            case Told.Known<?>(Object what) -> value(what, path);
            case Told.Unknown<?>(Undefined why) -> missing(path, why);
            case Record record -> {
                Map<String, Object> under = new LinkedHashMap<>();
                record(record, path + ".", under);
                yield under;
            }
            case Map<?, ?> map -> {
                Map<String, Object> under = new LinkedHashMap<>();
                map.forEach((key, it) -> under.put((String) key, value(it, path + "." + key)));
                yield under;
            }
            case List<?> list -> {
                Map<String, Object> under = new LinkedHashMap<>();
                for (int i = 0; i < list.size(); i++) {
                    under.put(String.valueOf(i), value(list.get(i), path + "." + i));
                }
                yield under;
            }
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    private Object missing(String path, Undefined why) {
        undefined.put(path, why.code());
        return why;
    }
}
