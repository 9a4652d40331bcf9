package io.genledger.adapter.sql.engine;

/** What jOOQ would print by itself into the output of a command: its logo and tips. */
public final class JooqOutput {

    private JooqOutput() {}

    /** Called before the first use of jOOQ. */
    public static void silence() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }
}
