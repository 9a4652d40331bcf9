package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.statement.Codes;
import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.CreationTime.Basis;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.RouterName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.routing.ServiceTier;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row of the table {@code generation}: the figures that the ledger showed. They
 * are kept even if today's decoder or another spend rule would read others from the document.
 */
final class OldFigures {

    /** The bounds of what decoders admit today; figures beyond them become unknown. */
    private static final long MOST_TOKENS = 1_000_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(1_000_000);
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private static final List<String> TEXTS =
            List.of(
                    "id",
                    "created_basis",
                    "request_id",
                    "session_id",
                    "origin",
                    "external_user",
                    "workspace_id",
                    "preset_id",
                    "model",
                    "provider_name",
                    "router",
                    "service_tier",
                    "data_region",
                    "api_type",
                    "finish_reason");

    private static final List<String> NUMBERS =
            List.of(
                    "recorded_at",
                    "created_at",
                    "created_at_nanos",
                    "read_age_s",
                    "app_id",
                    "latency_ns",
                    "generation_time_ns",
                    "native_tokens_prompt",
                    "native_tokens_completion",
                    "native_tokens_reasoning",
                    "native_tokens_cached",
                    "native_tokens_completion_images",
                    "spend_picousd",
                    "credits_picousd",
                    "byok_upstream_picousd",
                    "cache_discount_picousd");

    private static final List<String> FLAGS = List.of("inline", "is_byok", "cancelled");

    /** The columns that are read. */
    static final List<Field<?>> COLUMNS = columns();

    private final Record row;

    OldFigures(Record row) {
        this.row = row;
    }

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>();
        TEXTS.forEach(name -> columns.add(OldTables.text(name)));
        NUMBERS.forEach(name -> columns.add(OldTables.number(name)));
        FLAGS.forEach(name -> columns.add(OldTables.flag(name)));
        return List.copyOf(columns);
    }

    String id() {
        return text("id", Function.identity()).orElseThrow();
    }

    Instant recordedAt() {
        return Instant.ofEpochSecond(number("recorded_at").orElseThrow());
    }

    /** Seconds from creation to the last fetch; null for inline usage. */
    @Nullable Long readAge() {
        return isInline() ? null : number("read_age_s").orElseThrow();
    }

    private boolean isInline() {
        return flag("inline").orElseThrow();
    }

    /**
     * The generation as far as entries keep it.
     *
     * @param receivedAt stands in for a time of creation that no calendar reaches
     */
    Generation generation(Instant receivedAt) {
        GenerationId id = new GenerationId(id());
        return Generation.builder(id, created(id, receivedAt))
                .with(lineage())
                .with(attribution())
                .with(routing())
                .with(completion())
                .with(
                        new Timing(
                                duration("latency_ns"),
                                Optional.empty(),
                                duration("generation_time_ns")))
                .with(nativeTokens())
                .with(charges())
                .with(
                        new DocumentShape(
                                isInline() ? DocumentKind.COMPLETION : DocumentKind.METADATA,
                                Set.of(),
                                Map.of()))
                .build();
    }

    private CreationTime created(GenerationId id, Instant receivedAt) {
        long second = number("created_at").orElseThrow();
        if (second < 0 || second >= LATEST.getEpochSecond()) {
            return CreationTime.of(Optional.empty(), id, receivedAt);
        }
        return new CreationTime(
                Instant.ofEpochSecond(second, number("created_at_nanos").orElseThrow()),
                text("created_basis", basis -> Codes.to(Basis.class, basis)).orElseThrow());
    }

    private Lineage lineage() {
        return new Lineage(
                Optional.empty(),
                text("request_id", RequestId::new),
                text("session_id", SessionId::new),
                Optional.empty());
    }

    private Attribution attribution() {
        return new Attribution(
                number("app_id").map(AppId::new),
                text("origin", Function.identity()),
                Optional.empty(),
                Optional.empty(),
                text("external_user", ExternalUser::new),
                text("workspace_id", WorkspaceId::new),
                text("preset_id", PresetId::new));
    }

    private Routing routing() {
        return new Routing(
                text("model", ModelSlug::new),
                text("provider_name", ProviderName::new),
                text("router", RouterName::new),
                text("service_tier", ServiceTier::new),
                text("data_region", DataRegion::new),
                Optional.empty(),
                List.of());
    }

    private Completion completion() {
        return new Completion(
                text("api_type", ApiType::new),
                Optional.empty(),
                flag("cancelled"),
                text("finish_reason", FinishReason::new),
                Optional.empty());
    }

    private NativeTokens nativeTokens() {
        return new NativeTokens(
                tokens("native_tokens_prompt"),
                tokens("native_tokens_completion"),
                tokens("native_tokens_reasoning"),
                tokens("native_tokens_cached"),
                tokens("native_tokens_completion_images"));
    }

    private Charges charges() {
        return new Charges(
                flag("is_byok"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                amount("cache_discount_picousd"));
    }

    /** The amounts as posted. Version 8 reported the credits of BYOK calls as their fee. */
    Posting posting() {
        boolean byok = flag("is_byok").orElse(false);
        Optional<UsdAmount> credits = amount("credits_picousd");
        Optional<UsdAmount> upstream = amount("byok_upstream_picousd");
        return new Posting(
                amount("spend_picousd"),
                credits,
                byok ? credits : Optional.of(UsdAmount.ZERO),
                byok ? upstream : upstream.or(() -> Optional.of(UsdAmount.ZERO)),
                amount("cache_discount_picousd"));
    }

    private Optional<TokenCount> tokens(String name) {
        return number(name).filter(count -> count <= MOST_TOKENS).map(TokenCount::new);
    }

    private Optional<Duration> duration(String name) {
        return number(name)
                .map(Duration::ofNanos)
                .filter(duration -> duration.abs().compareTo(LONGEST) <= 0);
    }

    private Optional<UsdAmount> amount(String name) {
        return number(name)
                .map(units ->
                        UsdAmount.ofUnits(BigInteger.valueOf(units), LedgerPrecision.DECIMALS));
    }

    private <T> Optional<T> text(String name, Function<String, T> type) {
        return Optional.ofNullable(row.get(name, String.class)).map(type);
    }

    private Optional<Long> number(String name) {
        return Optional.ofNullable(row.get(name, Long.class));
    }

    private Optional<Boolean> flag(String name) {
        return Optional.ofNullable(row.get(name, Boolean.class));
    }
}
