package io.genledger.domain.sample;

import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seeded random generations and plans. Each value is drawn from the few that some finding rule
 * tells apart, so that a thousand generations have each finding. Equal seeds give equal values.
 */
public final class RandomGenerations {

    private static final Instant FIRST = Instant.parse("2025-09-20T00:00:00Z");
    private static final @Nullable String[] AMOUNTS = {
        null, "0", "0.05", "1", "1", "0.00030000000000000003", "0.0015000000005", "-0.25", "2"
    };

    private final Random random;

    /** Equal sequences for equal seeds. */
    public RandomGenerations(long seed) {
        random = new Random(seed);
    }

    /** The next {@code count} generations, each with another id. */
    public List<Generation> next(int count) {
        List<Generation> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(generation(i));
        }
        return all;
    }

    /** The next plan. */
    public Plan plan() {
        String fee = one("0", "5", "4.999999", "100", "0.000001");
        return new Plan(
                FeeRate.of(fee),
                one(
                        Allowance.Requests.NONE,
                        new Allowance.Requests(1),
                        new Allowance.ListPrice(UsdAmount.of("1"))));
    }

    private Generation generation(int number) {
        Instant started = FIRST.plus(Duration.ofHours(random.nextInt(500)));
        String usage = amount();
        return Sample.silent()
                .id("gen-%d-Random%014d".formatted(started.getEpochSecond(), number))
                .with(created(started))
                .with(lineage())
                .with(routing())
                .with(completion())
                .with(tokens())
                .with(media())
                .with(
                        Sample.charges(
                                stated(null, false, true, true).orElse(null),
                                usage,
                                random.nextInt(4) == 0 ? amount() : usage,
                                amount(),
                                stated(null, "0", "1e-13").orElse(null)))
                .with(shape())
                .build();
    }

    private CreationTime created(Instant started) {
        long later = one(0L, 0L, 0L, -61L, 86_401L);
        return new CreationTime(
                started.plusSeconds(later).plusNanos(random.nextInt(1_000) * 1_000L),
                one(CreationTime.Basis.RECORD, CreationTime.Basis.RECORD, CreationTime.Basis.ID));
    }

    private Lineage lineage() {
        return random.nextInt(8) == 0
                ? Lineage.UNREPORTED.withResponseCacheSource("gen-1755676000-Source")
                : Lineage.UNREPORTED;
    }

    private Routing routing() {
        return new Routing(
                stated("a/b", "a/b", "a/b:free").map(ModelSlug::new),
                stated(null, "Google", "Azure").map(ProviderName::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stated(null, null, null, "exa").map(WebSearchEngine::new),
                random.nextBoolean() ? List.of() : List.of(attempt(), attempt()));
    }

    private ProviderAttempt attempt() {
        return ProviderAttempt.of(
                        random.nextBoolean() ? "Google" : "Azure", one(200, 200, 429, 499))
                .withByok(random.nextBoolean());
    }

    private Completion completion() {
        return new Completion(
                stated(null, "completions", "completions", "embeddings", "image", "decisions")
                        .map(ApiType::new),
                Optional.empty(),
                Optional.of(random.nextInt(6) == 0),
                stated(null, "stop", "error", "").map(FinishReason::new),
                Optional.empty());
    }

    private NativeTokens tokens() {
        return new NativeTokens(count(), count(), count(), count(), Optional.empty());
    }

    private Optional<TokenCount> count() {
        return stated(null, 0L, 0L, 5L, 7L).map(TokenCount::new);
    }

    private MediaUsage media() {
        return random.nextInt(4) == 0
                ? MediaUsage.UNREPORTED.withFetches(random.nextInt(2))
                : MediaUsage.UNREPORTED;
    }

    private DocumentShape shape() {
        DocumentKind kind =
                random.nextInt(8) == 0 ? DocumentKind.COMPLETION : DocumentKind.METADATA;
        return new DocumentShape(kind, Set.of(), Map.of());
    }

    private @Nullable String amount() {
        return stated(AMOUNTS).orElse(null);
    }

    @SafeVarargs
    private <T> Optional<T> stated(@Nullable T... values) {
        return Optional.ofNullable(values[random.nextInt(values.length)]);
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
