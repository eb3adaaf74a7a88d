package no.samtidig.platform.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes under seal, in chunks: each is AES-256-GCM with its number in the nonce, so that none can be changed, left out, repeated or
 * moved, and the last one says that it is the last, so that a file that was cut off is noticed. The key is for one file only.
 */
final class Chunks {
    private static final int SIZE = 1 << 18;
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;

    private Chunks() {}

    /**
     * Seals what is written to it, and ends well only when it is closed.
     *
     * @param header what stands before in the open; it cannot be changed either
     */
    static OutputStream sealing(OutputStream out, byte[] key, byte[] header) {
        return new Sealing(out, key, header);
    }

    /** What {@link #sealing} wrote. */
    static InputStream opening(InputStream in, byte[] key, byte[] header) {
        return new Opening(in, key, header);
    }

    private static byte[] crypt(int mode, byte[] key, byte[] header, long number, boolean last, byte[] of, int length)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putInt(last ? 1 : 0).putLong(number).array();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher.doFinal(of, 0, length);
    }

    private static final class Sealing extends OutputStream {
        private final DataOutputStream out;
        private final byte[] key;
        private final byte[] header;
        private final byte[] waiting = new byte[SIZE];
        private int length;
        private long number;
        private boolean closed;

        private Sealing(OutputStream out, byte[] key, byte[] header) {
            this.out = new DataOutputStream(out);
            this.key = key;
            this.header = header;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            Objects.checkFromIndexSize(from, count, bytes.length);
            int done = 0;
            while (done < count) {
                if (length == SIZE) {
                    put(false);
                }
                int now = Math.min(SIZE - length, count - done);
                System.arraycopy(bytes, from + done, waiting, length, now);
                length += now;
                done += now;
            }
        }

        private void put(boolean last) throws IOException {
            try {
                byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, header, number, last, waiting, length);
                out.writeInt(last ? -sealed.length : sealed.length);
                out.write(sealed);
                number++;
                length = 0;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                put(true);
                out.flush();
            }
        }
    }

    private static final class Opening extends InputStream {
        private final DataInputStream in;
        private final byte[] key;
        private final byte[] header;
        private byte[] open = new byte[0];
        private int at;
        private long number;
        private boolean last;

        private Opening(InputStream in, byte[] key, byte[] header) {
            this.in = new DataInputStream(in);
            this.key = key;
            this.header = header;
        }

        @Override
        public int read() throws IOException {
            return more() ? open[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int now = Math.min(count, open.length - at);
            System.arraycopy(open, at, into, from, now);
            at += now;
            return now;
        }

        private boolean more() throws IOException {
            while (at == open.length) {
                if (last) {
                    return false;
                }
                next();
            }
            return true;
        }

        private void next() throws IOException {
            try {
                int length = in.readInt();
                last = length < 0;
                length = Math.abs(length);
                if (length < TAG_BITS / 8 || length > SIZE + TAG_BITS / 8) {
                    throw new DamagedBackupException("a chunk has an impossible length");
                }
                byte[] sealed = in.readNBytes(length);
                if (sealed.length < length || (last && in.read() >= 0)) {
                    throw new DamagedBackupException("it does not end where it should");
                }
                open = crypt(Cipher.DECRYPT_MODE, key, header, number, last, sealed, length);
                number++;
                at = 0;
            } catch (EOFException _) {
                throw new DamagedBackupException("it is cut off");
            } catch (GeneralSecurityException changed) {
                throw new DamagedBackupException("chunk " + number + " was changed");
            }
        }
    }
}
