package io.genledger.ports.usecase.maintain;

import io.genledger.ports.ledger.admin.LedgerSettings;
import io.genledger.ports.ledger.admin.LedgerSettings.ChangeProgress;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Changes the reporting time zone of a ledger, which sums its days again. */
public final class ChangeTimezone {

    private final LedgerSettings settings;

    /** Changes {@code settings}. */
    public ChangeTimezone(LedgerSettings settings) {
        this.settings = settings;
    }

    /**
     * Changes the zone, or goes on with an interrupted change to it. Other processes can report and
     * record meanwhile.
     *
     * @param progress is told how far the change is before each part
     * @param stop interrupts the change, which can go on later
     * @return false if it was interrupted: the ledger keeps its present zone until then
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written
     */
    public boolean to(ZoneId zone, Consumer<ChangeProgress> progress, StopSignal stop) {
        settings.changeTimezone(zone);
        while (!stop.isRequested()) {
            settings.changeProgress().ifPresent(progress);
            if (!settings.continueChange()) {
                return settings.timezone().equals(zone);
            }
        }
        return false;
    }
}
