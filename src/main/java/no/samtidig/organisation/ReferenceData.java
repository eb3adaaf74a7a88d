package no.samtidig.organisation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads counties, municipalities, the three region layers and the health trusts from {@code content/organisations/*.csv}. Municipality
 * and county data: Kartverket, CC BY 4.0. Loaded into an empty database only; a later change of the divisions is a migration that ends
 * the old with a valid-to.
 */
@Component
class ReferenceData implements InitializingBean {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    ReferenceData(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Runs before anything asks for a unit: {@link Units} needs this. */
    @Override
    public void afterPropertiesSet() {
        if (empty()) {
            transaction.executeWithoutResult(status -> {
                // another node may start at the same time on the same empty database
                sql.sql("lock table organisation.municipality in share row exclusive mode")
                        .update();
                if (empty()) {
                    counties();
                    municipalities();
                    healthTrusts();
                }
            });
        }
        municipalityOwners();
    }

    /** Each municipality is an owner. Where two are called the same, the county tells them apart. */
    private void municipalityOwners() {
        sql.sql("""
                insert into organisation.owner (path, kind, name, municipality, valid_from)
                select ('no.kommune_' || m.number)::ltree, 'municipality',
                    m.name || ' kommune' || case when count(*) over (partition by m.name) > 1 then ' (' || c.name || ')' else '' end,
                    m.number, m.valid_from
                from organisation.municipality m join organisation.county c on c.number = m.county
                where m.valid_to is null
                on conflict (municipality) do nothing
                """).update();
    }

    private boolean empty() {
        return sql.sql("select count(*) from organisation.municipality")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void counties() {
        for (NamedCsvRecord row : rows("counties.csv")) {
            sql.sql(
                            "insert into organisation.county (number, name, valid_from) values (:number, :name, date '2024-01-01')")
                    .param("number", row.getField("number"))
                    .param("name", row.getField("name"))
                    .update();
            Map<RegionLayer, String> layers = new LinkedHashMap<>();
            layers.put(RegionLayer.HEALTH, row.getField("health_region"));
            layers.put(RegionLayer.KORUS, row.getField("korus"));
            layers.put(RegionLayer.RVTS, row.getField("rvts"));
            layers.forEach((layer, name) -> region(layer, name, row.getField("number")));
        }
    }

    private void region(RegionLayer layer, String name, String county) {
        sql.sql("""
                insert into organisation.region (layer, code, name, valid_from)
                values (:layer, :code, :name, date '2024-01-01') on conflict do nothing
                """)
                .param("layer", layer.code())
                .param("code", code(name))
                .param("name", name)
                .update();
        sql.sql("""
                insert into organisation.region_county (layer, region, county, valid_from)
                values (:layer, :code, :county, date '2024-01-01')
                """)
                .param("layer", layer.code())
                .param("code", code(name))
                .param("county", county)
                .update();
    }

    private void municipalities() {
        for (NamedCsvRecord row : rows("municipalities.csv")) {
            sql.sql("""
                    insert into organisation.municipality (number, name, county, valid_from)
                    values (:number, :name, :county, date '2024-01-01')
                    """)
                    .param("number", row.getField("number"))
                    .param("name", row.getField("name"))
                    .param("county", row.getField("county"))
                    .update();
        }
    }

    private void healthTrusts() {
        for (NamedCsvRecord row : rows("health_trusts.csv")) {
            sql.sql("""
                    insert into organisation.owner (path, kind, name, number, parent_number, valid_from)
                    values (:path::ltree, :kind, :name, :number, nullif(:parent, ''), date '2024-01-01')
                    """)
                    .param("path", "no." + code(row.getField("name")))
                    .param("kind", row.getField("kind").toLowerCase(Locale.ROOT))
                    .param("name", row.getField("name"))
                    .param("number", row.getField("organisation_number"))
                    .param("parent", row.getField("parent_organisation_number"))
                    .update();
        }
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (Reader text = new InputStreamReader(
                        new ClassPathResource("content/organisations/" + file).getInputStream(),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** "RVTS Øst" becomes "rvts_ost": a label for a path. */
    static String code(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "o");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
