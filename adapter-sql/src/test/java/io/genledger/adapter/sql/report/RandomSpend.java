package io.genledger.adapter.sql.report;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Generations of 2024 to 2026 and queries of their spend, from a seeded random. */
final class RandomSpend {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    private static final int DAYS = 820;
    private static final int DAY_SECONDS = 86_400;
    private static final List<ZoneId> ZONES =
            Stream.of(
                            "UTC",
                            "Europe/Berlin",
                            "Asia/Kathmandu",
                            "America/St_Johns",
                            "Australia/Lord_Howe",
                            "Pacific/Apia",
                            "Africa/Casablanca")
                    .map(ZoneId::of)
                    .toList();

    private final Random random;

    RandomSpend(long seed) {
        random = new Random(seed);
    }

    /** Some ids twice, which is a correction, or first by inline usage. */
    List<Recording> recordings(int count) {
        List<Recording> recordings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Generation generation = generation(random.nextInt(count));
            recordings.add(recording(one(5) ? inline(generation) : generation));
        }
        return recordings;
    }

    private Generation generation(int number) {
        Sample sample = one(6) ? Sample.silent() : Sample.complete();
        sample.id(id(number).value()).with(CreationTime.recorded(moment()));
        if (!one(8)) {
            sample.with(
                    Sample.charges(
                            one(2) ? random.nextBoolean() : null,
                            one(9) ? null : amount(),
                            amount(),
                            one(2) ? amount() : null,
                            one(3) ? "-" + amount() : null));
        }
        sample.with(one(9) ? Routing.UNREPORTED : routing());
        sample.with(
                one(3)
                        ? Attribution.UNREPORTED
                        : Attribution.ofUser("user-" + random.nextInt(20))
                                .withApp(random.nextInt(4)));
        sample.with(
                Sample.nativeTokens(
                        random.nextInt(1_000_000), random.nextInt(9), 1, random.nextInt(2)));
        return sample.build();
    }

    private Routing routing() {
        return Sample.routing("model/" + random.nextInt(6), one(4) ? "𝄞" : "\uFF21");
    }

    private String amount() {
        return "%d.%012d"
                .formatted(random.nextInt(one(50) ? 900_000 : 2), random.nextLong(1L << 39));
    }

    /** Often on or beside a midnight. */
    private Instant moment() {
        Instant midnight =
                FIRST_DAY.plusDays(random.nextInt(DAYS)).atStartOfDay(zone()).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> midnight;
            case 1 -> midnight.minusNanos(1_000);
            case 2 -> midnight.plusSeconds(random.nextInt(7_200));
            default -> midnight.plusSeconds(random.nextInt(DAY_SECONDS));
        };
    }

    ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** Any dimensions in any order, any range, in any zone. */
    SpendQuery query() {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.values()));
        Collections.shuffle(dimensions, random);
        return new SpendQuery(dimensions.subList(0, random.nextInt(4)), range(), zone());
    }

    private TimeRange range() {
        Instant one = moment().plusSeconds(random.nextInt(DAY_SECONDS));
        Instant other = moment().plusSeconds(random.nextInt(DAY_SECONDS));
        boolean isOrdered = one.isBefore(other);
        return new TimeRange(
                one(3) ? Optional.empty() : Optional.of(isOrdered ? one : other),
                one(3) ? Optional.empty() : Optional.of(isOrdered ? other : one));
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
