package io.genledger.ports.testkit;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.ledger.LedgerChanges.Change;
import io.genledger.ports.ledger.LedgerChanges.Changes;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.LookedUpGenerations.Outcome;
import io.genledger.ports.report.ColourSlots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each faulty adapter breaks a contract of a server's ports and is caught by the named test. */
class ServerContractsCatchFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "LookupOfAllDocuments, aProvisionalDocumentIsNotFoundUntilTheRecordReplacesIt",
        "LookupOfOldEntries, eachRevisionIsALaterEntry",
        "ChangesWithoutCorrections, passesACorrectionOnce",
        "ChangesThatSkip, goesOnBehindAFullPage",
        "ChangesWithoutQueue, theStateDiffersAfterEachChange",
        "ColoursByRank, aColourStaysWhenTheOrderChanges",
        "ColoursForEver, aValueWithoutSpendFreesItsColour",
        "ColoursOfAnyDimension, dimensionsHaveTheirOwnColours",
        "LookUpsWithoutLimit, noMoreThanTheLimitArePending",
        "LookUpsThatCountForEver, aRecordedIdMakesRoom",
        "LookUpsThatCountForEver, anIdThatIsTrackedLaterTakesNoRoom"
    })
    void eachFaultIsCaught(String faulty, String caughtBy) throws ClassNotFoundException {
        FaultyAdapters.assertCaught(getClass(), faulty, caughtBy);
    }

    static class LookupOfAllDocuments extends DocumentLookupContract {

        @Override
        protected DocumentLookupContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            return new DocumentLookupContract.Fixture(
                    id -> ledger.find(id).map(LookupOfAllDocuments::toRecord), ledger);
        }

        private static ArchivedRecord toRecord(Revision revision) {
            return new ArchivedRecord(
                    revision.number(), revision.document().bytes(), Optional.empty());
        }
    }

    static class LookupOfOldEntries extends DocumentLookupContract {

        @Override
        protected DocumentLookupContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            return new DocumentLookupContract.Fixture(
                    id ->
                            new InMemoryDocumentLookup(ledger)
                                    .find(id)
                                    .map(found ->
                                            new ArchivedRecord(1, found.bytes(), Optional.empty())),
                    ledger);
        }
    }

    static class ChangesWithoutCorrections extends InMemoryLedgerChangesTest {

        @Override
        protected LedgerChangesContract.Fixture emptyFixture() {
            LedgerChangesContract.Fixture right = super.emptyFixture();
            return new LedgerChangesContract.Fixture(
                    (after, most) -> {
                        Changes all = right.changes().since(after, most);
                        List<Change> first =
                                all.entries().stream().filter(one -> !one.isCorrection()).toList();
                        return new Changes(first, all.end(), all.state());
                    },
                    right.ledger(),
                    right.pending());
        }
    }

    static class ChangesThatSkip extends InMemoryLedgerChangesTest {

        @Override
        protected LedgerChangesContract.Fixture emptyFixture() {
            LedgerChangesContract.Fixture right = super.emptyFixture();
            return new LedgerChangesContract.Fixture(
                    (after, most) -> {
                        Changes page = right.changes().since(after, most);
                        long last = right.changes().since(Long.MAX_VALUE, 1).end();
                        return new Changes(page.entries(), last, page.state());
                    },
                    right.ledger(),
                    right.pending());
        }
    }

    static class ChangesWithoutQueue extends InMemoryLedgerChangesTest {

        @Override
        protected LedgerChangesContract.Fixture emptyFixture() {
            LedgerChangesContract.Fixture right = super.emptyFixture();
            return new LedgerChangesContract.Fixture(
                    (after, most) -> {
                        Changes all = right.changes().since(after, most);
                        return new Changes(all.entries(), all.end(), Long.toString(all.end()));
                    },
                    right.ledger(),
                    right.pending());
        }
    }

    private abstract static class OtherColours implements ColourSlots {

        final ColourSlots colours = new InMemoryColourSlots();

        @Override
        public Map<String, Integer> slots(Dimension dimension) {
            return colours.slots(dimension);
        }
    }

    static class ColoursByRank extends ColourSlotsContract {

        @Override
        protected ColourSlots noColours() {
            return new OtherColours() {
                @Override
                public Map<String, Integer> assign(Dimension dimension, List<String> spending) {
                    colours.assign(dimension, List.of());
                    return colours.assign(dimension, spending);
                }
            };
        }
    }

    static class ColoursForEver extends ColourSlotsContract {

        @Override
        protected ColourSlots noColours() {
            return new OtherColours() {
                @Override
                public Map<String, Integer> assign(Dimension dimension, List<String> spending) {
                    return spending.size() < slots(dimension).size()
                            ? slots(dimension)
                            : colours.assign(dimension, spending);
                }
            };
        }
    }

    static class ColoursOfAnyDimension extends ColourSlotsContract {

        @Override
        protected ColourSlots noColours() {
            return new OtherColours() {
                @Override
                public Map<String, Integer> assign(Dimension dimension, List<String> spending) {
                    return colours.assign(Dimension.MODEL, spending);
                }
            };
        }
    }

    static class LookUpsWithoutLimit extends LookedUpGenerationsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with((id, account, now, most) ->
                    queue.lookedUp().track(id, account, now, Integer.MAX_VALUE));
        }
    }

    static class LookUpsThatCountForEver extends LookedUpGenerationsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            AtomicInteger tracked = new AtomicInteger();
            return queue.with((id, account, now, most) -> {
                if (tracked.get() >= most) {
                    return Outcome.FULL;
                }
                Outcome outcome = queue.lookedUp().track(id, account, now, most);
                tracked.addAndGet(outcome == Outcome.TRACKED ? 1 : 0);
                return outcome;
            });
        }
    }
}
