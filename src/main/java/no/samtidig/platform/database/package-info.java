/** The database: PostgreSQL inside the application by default, an outside server by one setting. */
@NullMarked
package no.samtidig.platform.database;

import org.jspecify.annotations.NullMarked;
