package no.samtidig.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is sealed in chunks opens whole or not at all. */
class ChunksTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] HEADER = {1, 2, 3};
    private static final int CHUNK = 1 << 18;
    private static final int SEALED_CHUNK = 4 + CHUNK + 16;

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(byte[] open) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream sealing = Chunks.sealing(out, KEY, HEADER)) {
            sealing.write(open);
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, byte[] key, byte[] header) throws IOException {
        return Chunks.opening(new ByteArrayInputStream(sealed), key, header).readAllBytes();
    }

    @Test
    void every_length_comes_back_as_it_was() throws Exception {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK}) {
            assertThat(open(seal(bytes(length)), KEY, HEADER)).isEqualTo(bytes(length));
        }
    }

    @Test
    void a_file_that_was_cut_off_lengthened_reordered_or_changed_is_damaged() throws Exception {
        byte[] sealed = seal(bytes(3 * CHUNK));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 0, swapped, SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, SEALED_CHUNK, swapped, 0, SEALED_CHUNK);
        byte[] changed = sealed.clone();
        changed[SEALED_CHUNK + 100] ^= 1;
        byte[] last = sealed.clone();
        last[0] = (byte) 0xff; // claims to be the last
        for (byte[] bad : new byte[][] {
            Arrays.copyOf(sealed, SEALED_CHUNK),
            Arrays.copyOf(sealed, 2 * SEALED_CHUNK),
            Arrays.copyOf(sealed, sealed.length - 1),
            Arrays.copyOf(sealed, sealed.length + 1),
            Arrays.copyOf(sealed, 2),
            new byte[0],
            swapped,
            changed,
            last
        }) {
            assertThatThrownBy(() -> open(bad, KEY, HEADER)).isInstanceOf(DamagedBackupException.class);
        }
    }

    @Test
    void another_key_or_another_header_does_not_open() throws Exception {
        byte[] sealed = seal(bytes(10));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatThrownBy(() -> open(sealed, otherKey, HEADER)).isInstanceOf(DamagedBackupException.class);
        assertThatThrownBy(() -> open(sealed, KEY, new byte[] {1})).isInstanceOf(DamagedBackupException.class);
    }
}
