package no.samtidig.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/** A setting of ours that does not exist ends the start: a misspelt one would change nothing and say nothing. Those that do stand in {@code application.yaml}. */
@Component
class SettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final String OURS = "samtidig";
    private static final String LIST = "class path resource [application.yaml]";

    /** More letters amiss than this, and it was not meant. */
    private static final int FAR = 6;

    @SuppressWarnings("NullAway.Init") // it comes before the one call that needs it
    private ConfigurableEnvironment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        Map<String, String> known = new TreeMap<>();
        ours(true).forEach(it -> known.put(bare(it), it));
        ours(false).filter(it -> !known.containsKey(bare(it))).findFirst().ifPresent(it -> {
            throw unknown(it, known);
        });
    }

    private Stream<String> ours(boolean listed) {
        return environment.getPropertySources().stream()
                .filter(it -> it.getName().contains(LIST) == listed)
                .flatMap(SettingsCheck::names)
                .filter(it -> bare(it).startsWith(OURS)
                        && it.length() > OURS.length()
                        && !Character.isLetterOrDigit(it.charAt(OURS.length())));
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> all ? Arrays.stream(all.getPropertyNames()) : Stream.of();
    }

    /** {@code samtidig.secret-key} and {@code SAMTIDIG_SECRET_KEY} are the same. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static StartProblem unknown(String name, Map<String, String> known) {
        String nearest = known.keySet().stream()
                .min(Comparator.comparingInt(it -> distance(it, bare(name))))
                .filter(it -> distance(it, bare(name)) <= FAR)
                .map(it -> "Is " + known.get(it) + " meant? ")
                .orElse("");
        return new StartProblem(
                "There is no setting " + name + ".", nearest + "docs/operations.md, “Settings”, has them all.");
    }

    /** How many letters must change, come or go (Levenshtein). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, it -> it);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
