package no.samtidig.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import no.samtidig.platform.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database inside the application keeps its data, and one application has a folder to itself. */
class InsideDatabaseTest {
    @Test
    void a_second_start_on_the_same_folder_keeps_everything(@TempDir Path folder) throws Exception {
        try (InsideDatabase first = InsideDatabase.start(folder)) {
            run(first, "create table kept (x int)");
        }
        try (InsideDatabase second = InsideDatabase.start(folder)) {
            run(second, "insert into kept values (1)");
        }
    }

    @Test
    void a_folder_in_use_is_told_in_one_sentence(@TempDir Path folder) throws Exception {
        try (InsideDatabase _ = InsideDatabase.start(folder)) {
            assertThatThrownBy(() -> InsideDatabase.start(folder))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("in use by another Samtidig");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> InsideDatabase.start(file))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("cannot be written");
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    private static void run(InsideDatabase database, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
