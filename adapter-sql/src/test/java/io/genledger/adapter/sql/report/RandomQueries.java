package io.genledger.adapter.sql.report;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.ReportedGeneration;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendQuery.Details;
import io.genledger.ports.ledger.Recording;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Queries of recorded generations in any zone, of any range, filter and order. */
final class RandomQueries {

    private static final List<ZoneId> ZONES =
            Stream.of(
                            "UTC",
                            "Europe/Berlin",
                            "Asia/Kathmandu",
                            "America/St_Johns",
                            "Australia/Lord_Howe",
                            "Pacific/Apia",
                            "Africa/Casablanca",
                            "UTC+00:07")
                    .map(ZoneId::of)
                    .toList();

    private static final SpendQuery ALL =
            new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC);

    private final Random random;
    private final List<Recording> recordings;

    RandomQueries(Random random, List<Recording> recordings) {
        this.random = random;
        this.recordings = recordings;
    }

    static ZoneId zone(Random random) {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** One part of all pairs of different dimensions, of single ones, and none. */
    static List<List<Dimension>> pairs(int part, int parts) {
        List<List<Dimension>> all = new ArrayList<>(List.of(List.of()));
        for (Dimension one : Dimension.values()) {
            for (Dimension other : Dimension.values()) {
                all.add(one == other ? List.of(one) : List.of(one, other));
            }
        }
        return IntStream.range(0, all.size())
                .filter(i -> i % parts == part)
                .mapToObj(all::get)
                .toList();
    }

    /** A query by {@code dimensions}, and sometimes one more. */
    SpendQuery by(List<Dimension> dimensions) {
        List<Dimension> all = new ArrayList<>(dimensions);
        Dimension more = any(Dimension.values());
        if (one(3) && !all.contains(more)) {
            all.add(more);
        }
        return new SpendQuery(all, range(), zone(random))
                .withStartOfWeek(any(DayOfWeek.values()))
                .where(one(3) ? List.of() : filters())
                .orderedBy(new SpendOrder(any(SpendOrder.By.values()), random.nextBoolean()))
                .with(new Details(one(2), one(3)));
    }

    private TimeRange range() {
        Instant one = created(one()).plusSeconds(random.nextInt(7_200));
        Instant other = created(one()).minusNanos(random.nextInt(2) * 1_000L);
        boolean isOrdered = one.isBefore(other);
        return new TimeRange(
                one(2) ? Optional.empty() : Optional.of(isOrdered ? one : other),
                one(2) ? Optional.empty() : Optional.of(isOrdered ? other : one));
    }

    private Recording one() {
        return recordings.get(random.nextInt(recordings.size()));
    }

    private static Instant created(Recording recording) {
        return recording.entry().createdAt();
    }

    private List<GenerationFilter> filters() {
        List<GenerationFilter> filters = new ArrayList<>();
        if (one(4)) {
            filters.add(OfFindings.of(finding()));
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            Dimension dimension = any(Dimension.values());
            if (!dimension.isTime()) {
                filters.add(
                        DimensionFilter.of(
                                dimension,
                                Stream.generate(() -> pattern(dimension))
                                        .limit(1 + random.nextInt(3))
                                        .toArray(String[]::new)));
            }
        }
        return filters;
    }

    /** A code that occurs or does not, its negation, or that of generations without findings. */
    private String finding() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "!" + any(StandardFindings.values()).code();
            default ->
                    one().entry().findings().atStake().keySet().stream()
                            .map(StandardFindings::code)
                            .findFirst()
                            .orElse("*");
        };
    }

    /** Of a text that occurs, or of none. */
    private String pattern(Dimension dimension) {
        Recording recording = one();
        String text =
                dimension
                        .of(ReportedGeneration.of(recording.entry(), recording.account()), ALL)
                        .orElse("");
        int cut =
                text.offsetByCodePoints(
                        0, random.nextInt(text.codePointCount(0, text.length()) + 1));
        String pattern =
                switch (random.nextInt(5)) {
                    case 0 -> escaped(text.substring(0, cut)) + "*";
                    case 1 -> "*" + escaped(text.substring(cut));
                    case 2 -> escaped(text.substring(0, cut)) + "*" + escaped(text.substring(cut));
                    case 3 -> "*" + escaped(text.substring(0, cut).toUpperCase(Locale.ROOT)) + "*";
                    default -> escaped(text);
                };
        return (one(3) ? "!" : "") + pattern;
    }

    private static String escaped(String text) {
        return text.replaceAll("[*\\\\!]", "\\\\$0");
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
