package io.genledger.domain.finding;

import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.Routing;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Checks for records that contradict themselves or the requested id (OPENROUTER.md §8.4). */
final class RecordChecks {

    /** The clocks that state both times differ by this at most. */
    private static final Duration EARLIEST_CREATION = Duration.ofMinutes(-1);

    /**
     * Until 2025 {@code created_at} is about the end of the generation (OPENROUTER.md §3.7), so a
     * time hours after the request is normal.
     */
    private static final Duration LONGEST_GENERATION = Duration.ofDays(1);

    private RecordChecks() {}

    static Optional<Evidence> createdBeforeRequest(Generation generation, Expectations any) {
        return afterRequest(generation)
                .filter(later -> later.compareTo(EARLIEST_CREATION) < 0)
                .flatMap(later -> Evidence.about(MetadataField.ID, MetadataField.CREATED_AT));
    }

    static Optional<Evidence> createdLongAfterRequest(Generation generation, Expectations any) {
        return afterRequest(generation)
                .filter(later -> later.compareTo(LONGEST_GENERATION) > 0)
                .flatMap(later -> Evidence.about(MetadataField.ID, MetadataField.CREATED_AT));
    }

    static Optional<Evidence> attemptsNameAnotherProvider(Generation generation, Expectations any) {
        Routing routing = generation.routing();
        return routing.provider()
                .filter(provider -> isContradicted(provider, routing))
                .flatMap(provider ->
                        Evidence.about(
                                MetadataField.PROVIDER_NAME, MetadataField.PROVIDER_RESPONSES));
    }

    static Optional<Evidence> attemptsContradictByok(Generation generation, Expectations any) {
        boolean byok = generation.charges().usedByok();
        return attemptedWithByok(generation.routing())
                .filter(attempted -> attempted != byok)
                .flatMap(attempted ->
                        Optional.of(
                                new Evidence(
                                        EnumSet.of(
                                                MetadataField.IS_BYOK,
                                                MetadataField.PROVIDER_RESPONSES),
                                        generation
                                                .charges()
                                                .upstreamInferenceCost()
                                                .map(UsdAmount::magnitude))));
    }

    /** By the successful attempt; without one, by all attempts if they agree. */
    private static Optional<Boolean> attemptedWithByok(Routing routing) {
        if (routing.successfulAttempt().isPresent()) {
            return routing.successfulAttempt().flatMap(ProviderAttempt::byok);
        }
        List<Optional<Boolean>> all =
                routing.attempts().stream().map(ProviderAttempt::byok).distinct().toList();
        return all.size() == 1 ? all.get(0) : Optional.empty();
    }

    static Optional<Evidence> recordForAnotherId(Generation generation, Expectations expectations) {
        Optional<GenerationId> requested = expectations.requested();
        return requested.isEmpty() || requested.get().equals(generation.id())
                ? Optional.empty()
                : Optional.of(
                        new Evidence(
                                EnumSet.of(MetadataField.ID),
                                expectations
                                        .spendRule()
                                        .spendOf(generation)
                                        .knownAmount()
                                        .map(UsdAmount::magnitude)));
    }

    static Optional<Evidence> provisionalAmounts(Generation generation, Expectations any) {
        return generation.shape().kind().isProvisional()
                ? Evidence.about(MetadataField.USAGE)
                : Optional.empty();
    }

    private static boolean isContradicted(ProviderName provider, Routing routing) {
        if (routing.successfulAttempt().isPresent()) {
            return routing.successfulAttempt()
                    .flatMap(ProviderAttempt::provider)
                    .filter(successful -> !successful.equals(provider))
                    .isPresent();
        }
        List<Optional<ProviderName>> tried =
                routing.attempts().stream().map(ProviderAttempt::provider).toList();
        return !tried.isEmpty()
                && tried.stream().allMatch(Optional::isPresent)
                && !tried.contains(Optional.of(provider));
    }

    /** The time from the second in the id to {@code created_at}; empty if one is missing. */
    private static Optional<Duration> afterRequest(Generation generation) {
        return generation.created().basis() == CreationTime.Basis.RECORD
                ? generation
                        .id()
                        .startedAt()
                        .map(start -> Duration.between(start, generation.created().at()))
                : Optional.empty();
    }
}
