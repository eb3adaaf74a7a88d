package no.samtidig.platform.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Counts rows and digests them, whatever their order: the sum of each row's SHA-256 modulo 2<sup>256</sup>. PostgreSQL promises no
 * order, and putting a million rows into one costs more than the rest of a backup. It finds mistakes; against tampering the file is
 * sealed.
 */
final class RowDigest {
    private static final int BYTES = 32;

    private final MessageDigest sha256;
    private final byte[] sum = new byte[BYTES];
    private long rows;

    RowDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(byte[] row) {
        byte[] digest = sha256.digest(row);
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            int added = (sum[i] & 0xff) + (digest[i] & 0xff) + carry;
            sum[i] = (byte) added;
            carry = added >>> 8;
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    /** 64 hexadecimal digits. */
    String value() {
        String hex = new BigInteger(1, sum).toString(16);
        return "0".repeat(2 * BYTES - hex.length()) + hex;
    }
}
