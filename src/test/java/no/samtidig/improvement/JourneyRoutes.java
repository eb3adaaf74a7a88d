package no.samtidig.improvement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.samtidig.App;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The addresses of the unit's and the region's pages, read from the application, and everything that is written behind them. */
final class JourneyRoutes {
    private JourneyRoutes() {}

    /** An address, and whether its handler asks which journey is meant. */
    record Route(RequestMethod method, String path, boolean asksWhich) {}

    static List<Route> of(App app) {
        return app.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .flatMap(it -> of(it.getKey(), it.getValue()))
                .filter(it -> it.path().startsWith("/enheten") || it.path().startsWith("/regionen"))
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo info, HandlerMethod handler) {
        boolean asks = Arrays.stream(handler.getMethod().getParameters())
                .map(it -> AnnotatedElementUtils.findMergedAnnotation(it, RequestParam.class))
                .anyMatch(it -> it != null && it.value().equals(JourneyVisit.WHICH));
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream().map(method -> new Route(method, path, asks)));
    }

    /** Every row of the module. */
    static Map<String, List<String>> rows(App app) {
        JdbcClient sql = app.bean(JdbcClient.class);
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : sql.sql("select tablename from pg_tables where schemaname = 'improvement'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    sql.sql("select it::text from improvement." + table + " it order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }
}
