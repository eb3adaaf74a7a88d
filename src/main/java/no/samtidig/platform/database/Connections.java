package no.samtidig.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.springframework.stereotype.Component;

/** The connections held open to the database. */
@Component
public class Connections {
    private final HikariDataSource pool;

    Connections(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Lets go of every open connection: after the server was away, they are all dead, and the next request opens new ones. */
    public void letGo() {
        HikariPoolMXBean open = pool.getHikariPoolMXBean();
        if (open != null) {
            open.softEvictConnections();
        }
    }
}
