package no.samtidig.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import no.samtidig.platform.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long backups are kept, and that one is written at a time. */
class BackupFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final BackupSettings SETTINGS = new BackupSettings("x", 3, 14, 8);

    @TempDir
    Path folder;

    private List<Path> daily(int days) {
        BackupFolder backups = new BackupFolder(folder);
        return IntStream.range(0, days)
                .mapToObj(it -> backups.path(NOW.minus(Duration.ofDays(it))))
                .toList();
    }

    @Test
    void two_weeks_are_kept_whole_and_of_the_weeks_before_one_each() {
        List<Path> all = daily(200);
        List<Path> old = BackupFolder.tooOld(all, SETTINGS, NOW);

        assertThat(old).doesNotContainAnyElementsOf(all.subList(0, 14));
        assertThat(all.subList(14, 56).stream().filter(it -> !old.contains(it))).hasSizeBetween(6, 7);
        assertThat(old).containsAll(all.subList(57, 200));
    }

    @Test
    void the_same_is_kept_when_it_is_looked_at_every_day() {
        List<Path> kept = List.of();
        for (int day = 199; day >= 0; day--) {
            Instant today = NOW.minus(Duration.ofDays(day));
            List<Path> there = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(new BackupFolder(folder).path(today)), kept.stream())
                    .toList();
            List<Path> old = BackupFolder.tooOld(there, SETTINGS, today);
            kept = there.stream().filter(it -> !old.contains(it)).toList();
        }
        assertThat(kept).hasSizeBetween(14 + 6, 14 + 8);
    }

    @Test
    void the_newest_is_kept_however_old_it_is() {
        List<Path> one = List.of(new BackupFolder(folder).path(NOW.minus(Duration.ofDays(400))));
        assertThat(BackupFolder.tooOld(one, SETTINGS, NOW)).isEmpty();
    }

    @Test
    void a_wrong_clock_takes_neither_the_newest_few_nor_the_one_just_written() throws Exception {
        BackupFolder backups = new BackupFolder(folder);
        for (Path it : daily(10)) {
            Files.writeString(it, "");
        }
        backups.removeOld(SETTINGS, NOW.plus(Duration.ofDays(4_000)), backups.path(NOW));
        assertThat(backups.backups()).isEqualTo(daily(3));

        Instant back = NOW.minus(Duration.ofDays(4_000));
        Path written = Files.writeString(backups.path(back), "");
        backups.removeOld(SETTINGS, NOW, written); // the clock was set right while it was written
        assertThat(backups.backups()).contains(written).containsAll(daily(3));
    }

    @Test
    void a_second_backup_to_the_folder_waits_its_turn_and_halves_are_removed() throws Exception {
        BackupFolder backups = new BackupFolder(folder);
        Path whole = backups.path(NOW);
        Files.writeString(whole, "");
        Files.writeString(BackupFolder.half(whole), "half of one");
        Files.writeString(folder.resolve("samtidig.part.txt"), "somebody else's");
        try (var _ = backups.take()) {
            assertThatThrownBy(backups::take).isInstanceOf(StartProblem.class).hasMessageContaining("under way");
            assertThat(BackupFolder.half(whole)).doesNotExist();
            assertThat(folder.resolve("samtidig.part.txt")).exists();
            assertThat(backups.backups()).containsExactly(whole);
        }
        backups.take().close();
    }
}
