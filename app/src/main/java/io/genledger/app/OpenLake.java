package io.genledger.app;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import java.util.List;

/** A lake that is in use, built from its adapter. */
public final class OpenLake implements LakeQuestions, AutoCloseable {

    private final LakeDatabase database;

    private final String name;

    /**
     * @param name of the lake in messages
     */
    OpenLake(LakeDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    @Override
    public SpendReader spend(boolean isFresh) {
        return database.spend(isFresh);
    }

    @Override
    public GenerationReader generations(boolean isFresh) {
        return database.generations(isFresh);
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
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        database.close();
    }
}
