package no.samtidig.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who asks.
 *
 * @param url JDBC address
 * @param username empty where the address says it
 */
record DatabaseAddress(
        String url, @Nullable String username, @Nullable String password) {}
