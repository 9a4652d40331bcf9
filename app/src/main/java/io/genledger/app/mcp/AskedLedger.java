package io.genledger.app.mcp;

import io.genledger.app.Application;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The ledger that the tools read.
 *
 * @param application its use cases
 * @param name its address, without a password
 * @param clock the wall clock
 */
public record AskedLedger(Application application, String name, InstantSource clock) {

    Instant now() {
        return clock.instant();
    }

    ZoneId timezone() {
        return application.settings().timezone();
    }
}
