package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table as a file: read by a spreadsheet, and never run by it. */
class CsvTest {
    @Test
    void the_file_has_its_mark_semicolons_and_quotes_where_they_are_needed() {
        Download file = Csv.file("navn.csv", List.of("Navn", "Sted"), List.of(List.of("Åse", "A; \"B\"\nC")));
        assertThat(file.type()).isEqualTo("text/csv;charset=utf-8");
        assertThat(new String(file.content(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFNavn;Sted\r\nÅse;\"A; \"\"B\"\"\nC\"\r\n");
    }

    @Test
    void no_cell_is_a_formula() {
        for (String attack : List.of("=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(Csv.cell(attack)).isEqualTo("'" + attack);
        }
        for (String attack : List.of(
                "＝1+1",
                "＋47",
                "－1",
                "＠SUM(A1)",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫A1",
                " =1",
                "\u00a0=1",
                "\u200b=1",
                "\uFEFF=1",
                "\n=1",
                "\tx",
                "\rx")) {
            assertThat(Csv.cell(attack)).isEqualTo("'" + attack);
        }
        for (String harmless : List.of("", "Per-Ánte", "2026-11-21", "a=b", "'")) {
            assertThat(Csv.cell(harmless)).isEqualTo(harmless);
        }
        assertThat(new String(
                        Csv.file("x.csv", List.of("=h"), List.of(List.of("=HYPERLINK(\"x\")")))
                                .content(),
                        StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF'=h\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    }

    @Test
    void a_cell_that_another_setting_would_part_stands_in_quotes() {
        for (String cell : List.of("x,=1+1", "x;=1", "x\t=1", "x|=1", "x\n=1")) {
            assertThat(new String(
                            Csv.file("x.csv", List.of("h"), List.of(List.of(cell)))
                                    .content(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("\uFEFFh\r\n\"" + cell + "\"\r\n");
        }
    }

    @Test
    void a_file_name_is_ours_and_leads_nowhere() {
        for (String name : List.of("../x.csv", "a b.csv", "x", "x\".csv", "x\r\n.csv")) {
            assertThatThrownBy(() -> new Download(name, "text/csv", new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
