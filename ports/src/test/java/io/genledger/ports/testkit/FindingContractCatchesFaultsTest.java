package io.genledger.ports.testkit;

import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.report.FindingReader;
import io.genledger.ports.report.UndecidedFindings;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each faulty reader of findings breaks the contract and is caught by the named test. */
class FindingContractCatchesFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "ReaderWithoutRange, readsOnlyWhatWasCreatedInTheRange",
        "ReaderThatPassesNothing, passesWhatThePlanDecidesWithThePostedAmounts",
        "ReaderWithoutDocuments, passesTheDocumentWhereThePostedAmountsAreRounded",
        "ReaderOfPicodollars, sumsMoneyToTheLastDigit",
        "ReaderWithoutUnknowns, sumsTheFindingsOfEachCode",
        "ReaderOfOneExample, namesTheEarliestGenerationsAsExamples",
        "ReaderOfTodaysRules, countsWhatOlderRulesFound",
        "ReaderOfAllRevisions, countsEachGenerationByItsNewestRevision"
    })
    void eachFaultIsCaught(String faulty, String caughtBy) throws ClassNotFoundException {
        FaultyAdapters.assertCaught(getClass(), faulty, caughtBy);
    }

    static class ReaderWithoutRange extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return (range, undecided) -> ledger.summarise(TimeRange.ALWAYS, undecided);
        }
    }

    static class ReaderThatPassesNothing extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return (range, undecided) -> ledger.summarise(range, passed -> {});
        }
    }

    static class ReaderWithoutDocuments extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return (range, undecided) ->
                    ledger.summarise(range, each -> undecided.accept(withoutDocument(each)));
        }

        private static UndecidedFindings withoutDocument(UndecidedFindings each) {
            return new UndecidedFindings(
                    each.id(),
                    each.account(),
                    each.created(),
                    each.rules(),
                    each.charges(),
                    Optional.empty());
        }
    }

    static class ReaderOfPicodollars extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return altering(
                    ledger,
                    group ->
                            with(
                                    group,
                                    LedgerPrecision.posted(group.atStake()),
                                    group.atStakeUnknown(),
                                    group.examples()));
        }
    }

    static class ReaderWithoutUnknowns extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return altering(ledger, group -> with(group, group.atStake(), 0, group.examples()));
        }
    }

    static class ReaderOfOneExample extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return altering(
                    ledger,
                    group ->
                            with(
                                    group,
                                    group.atStake(),
                                    group.atStakeUnknown(),
                                    group.examples().subList(0, 1)));
        }
    }

    static class ReaderOfTodaysRules extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return (range, undecided) -> {
                AuditReport report = ledger.summarise(range, undecided);
                return new AuditReport(report.generations(), 0, report.groups());
            };
        }
    }

    /** Counts a finding twice if the generation of an example has several revisions. */
    static class ReaderOfAllRevisions extends InMemoryFindingReaderTest {
        @Override
        FindingReader reader(InMemoryLedger ledger) {
            return altering(
                    ledger,
                    group ->
                            group.examples().stream()
                                            .map(FindingExample::id)
                                            .anyMatch(id -> ledger.revisions(id).size() > 1)
                                    ? group.plus(group)
                                    : group);
        }
    }

    private static FindingReader altering(
            InMemoryLedger ledger, UnaryOperator<FindingGroup> fault) {
        return (range, undecided) -> {
            AuditReport report = ledger.summarise(range, undecided);
            return new AuditReport(
                    report.generations(),
                    report.byOlderRules(),
                    report.groups().stream().map(fault).toList());
        };
    }

    private static FindingGroup with(
            FindingGroup group,
            UsdAmount atStake,
            long atStakeUnknown,
            List<FindingExample> examples) {
        return new FindingGroup(
                group.code(),
                group.severity(),
                group.sentence(),
                group.count(),
                atStake,
                atStakeUnknown,
                group.days(),
                group.last(),
                examples);
    }
}
