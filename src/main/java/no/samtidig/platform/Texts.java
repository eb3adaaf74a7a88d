package no.samtidig.platform;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The interface's texts: one file per module and language, {@code no/samtidig/<module>/texts_<language>.properties}. A missing key is
 * a bug and throws; a test holds the languages equal.
 */
@Component
public class Texts {
    /** All files of a language as one table, read once: a page asks for hundreds of texts. */
    private final ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();

    Texts() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:no/samtidig/*/texts_nb.properties");
        source.setBasenames(Arrays.stream(files).map(Texts::baseName).sorted().toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
    }

    private static String baseName(Resource file) {
        String path = String.valueOf(file.getDescription()).replace('\\', '/');
        int start = path.lastIndexOf("no/samtidig/");
        return "classpath:" + path.substring(start, path.lastIndexOf("_nb.properties"));
    }

    /**
     * The text with this key.
     *
     * @param arguments put in for {0}, {1} … by {@link java.text.MessageFormat}
     * @throws org.springframework.context.NoSuchMessageException if the key has no text
     */
    public String text(Language language, String key, Object... arguments) {
        return source.getMessage(key, arguments, language.locale());
    }
}
