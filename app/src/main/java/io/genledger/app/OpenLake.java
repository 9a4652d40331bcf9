package io.genledger.app;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LakeUnavailableException;
import java.util.List;

/** A lake that is in use, built from its adapter. */
public final class OpenLake implements AutoCloseable {

    private final LakeDatabase database;

    OpenLake(LakeDatabase database) {
        this.database = database;
    }

    /** The rows of all ledgers. */
    public Lake lake() {
        return database.lake();
    }

    /**
     * Creates or extends the lake's table.
     *
     * @return what was done, as sentences; empty if nothing was missing
     * @throws LakeUnavailableException if the server cannot be used
     */
    public List<String> prepare() {
        return database.prepare();
    }

    @Override
    public void close() {
        database.close();
    }
}
