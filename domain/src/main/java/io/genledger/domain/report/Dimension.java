package io.genledger.domain.report;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.Routing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A property by which spend can be grouped. Times are those of creation in the query's zone. */
public enum Dimension {
    /** The hour with its offset, ISO 8601, e.g. {@code 2025-08-20T14:00+02:00}. */
    HOUR(true, Dimension::hour),
    /** The calendar day, ISO 8601, e.g. {@code 2025-08-20}. */
    DAY(true, Dimension::day),
    /** The week, by its first day, e.g. {@code 2025-08-18}. */
    WEEK(true, Dimension::week),
    /** The calendar month, ISO 8601, e.g. {@code 2025-08}. */
    MONTH(true, (one, query) -> Optional.of(YearMonth.from(created(one, query)))),
    /** The model's slug. */
    MODEL(one -> routing(one).model()),
    /** The model's author, e.g. {@code anthropic}. */
    AUTHOR(one -> routing(one).model().flatMap(ModelSlug::author)),
    /** The variant of the model, e.g. {@code free}. */
    VARIANT(one -> routing(one).model().flatMap(ModelSlug::variant)),
    /** The provider that served the request. */
    PROVIDER(one -> routing(one).provider()),
    /** The app. */
    APP(one -> attribution(one).app()),
    /** The caller's end user. */
    USER(one -> attribution(one).externalUser()),
    /** The session. */
    SESSION(one -> one.generation().lineage().session()),
    /** The request, which generations of one call share. */
    REQUEST(one -> one.generation().lineage().request()),
    /** The workspace. */
    WORKSPACE(one -> attribution(one).workspace()),
    /** The preset. */
    PRESET(one -> attribution(one).preset()),
    /** The URL that the app states as its own. */
    ORIGIN(one -> attribution(one).origin()),
    /** The kind of API, e.g. {@code completions}. */
    API_TYPE(one -> completion(one).apiType()),
    /** Why the generation ended, in OpenRouter's words. */
    FINISH_REASON(one -> completion(one).finishReason()),
    /** {@code true} for a call with the account's own key at the provider. */
    BYOK(one -> one.generation().charges().byok()),
    /** The router that chose the model. */
    ROUTER(one -> routing(one).router()),
    /** The service tier. */
    TIER(one -> routing(one).serviceTier()),
    /** The data region. */
    REGION(one -> routing(one).dataRegion()),
    /** {@code true} if the client cancelled. */
    CANCELLED(one -> completion(one).cancelled()),
    /**
     * How far the amounts can be relied on: {@code record}, {@code provisional}, {@code unknown}.
     */
    TRUST(one -> Optional.of(one.trust().name().toLowerCase(Locale.ROOT))),
    /** The account of the ledger. */
    ACCOUNT(one -> Optional.of(one.account())),
    /** The ledger, in a report over several ones; a ledger itself states none. */
    LEDGER(one -> Optional.empty());

    private static final List<Dimension> OF_LEDGER =
            Stream.of(values()).filter(one -> one != LEDGER).toList();

    private final boolean isTime;
    private final BiFunction<ReportedGeneration, SpendQuery, Optional<?>> value;

    Dimension(boolean isTime, BiFunction<ReportedGeneration, SpendQuery, Optional<?>> value) {
        this.isTime = isTime;
        this.value = value;
    }

    Dimension(Function<ReportedGeneration, Optional<?>> value) {
        this(false, (one, query) -> value.apply(one));
    }

    /** The dimensions of one ledger: all but that of ledgers. */
    public static List<Dimension> ofLedger() {
        return OF_LEDGER;
    }

    /** The stable name, e.g. {@code api-type}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its values are periods. */
    public boolean isTime() {
        return isTime;
    }

    /** The value in {@code generation}; empty if the record states none. */
    public Optional<String> of(ReportedGeneration generation, SpendQuery query) {
        return value.apply(generation, query).map(Object::toString);
    }

    private static ZonedDateTime created(ReportedGeneration one, SpendQuery query) {
        return one.generation().created().at().atZone(query.zone());
    }

    /** An offset date-time, because an hour that a change of the clock repeats has two. */
    private static Optional<?> hour(ReportedGeneration one, SpendQuery query) {
        return Optional.of(created(one, query).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS));
    }

    private static Optional<LocalDate> day(ReportedGeneration one, SpendQuery query) {
        return Optional.of(created(one, query).toLocalDate());
    }

    private static Optional<LocalDate> week(ReportedGeneration one, SpendQuery query) {
        return day(one, query)
                .map(day -> day.with(TemporalAdjusters.previousOrSame(query.startOfWeek())));
    }

    private static Routing routing(ReportedGeneration one) {
        return one.generation().routing();
    }

    private static Attribution attribution(ReportedGeneration one) {
        return one.generation().attribution();
    }

    private static Completion completion(ReportedGeneration one) {
        return one.generation().completion();
    }
}
