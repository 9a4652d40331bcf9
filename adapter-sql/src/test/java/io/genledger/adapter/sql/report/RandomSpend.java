package io.genledger.adapter.sql.report;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.ledger.Recording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generations of 2024 to 2026, of which some state little, from a seeded random. */
final class RandomSpend {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    private static final int DAYS = 820;
    private static final int DAY_SECONDS = 86_400;
    private static final AccountName TEAM = new AccountName("team");
    private static final List<String> MODELS =
            List.of(
                    "model/0",
                    "model/1:free",
                    "Model/1",
                    "author/with:two:free",
                    "no-author",
                    "no-author:free",
                    "/[a-z]*?",
                    "50%_off\\/:");

    private final Random random;

    RandomSpend(Random random) {
        this.random = random;
    }

    /** Some ids twice, which is a correction, or first by inline usage. */
    List<Recording> recordings(int count) {
        List<Recording> recordings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Generation generation = generation(random.nextInt(count));
            Recording recording = recording(one(5) ? inline(generation) : generation);
            recordings.add(
                    one(4)
                            ? new Recording(recording.entry(), recording.document(), TEAM)
                            : recording);
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
                                .withApp(random.nextInt(4))
                                .withWorkspace("workspace-" + random.nextInt(2))
                                .withPreset("préset-" + random.nextInt(3))
                                .withOrigin("https://" + random.nextInt(2)));
        if (!one(5)) {
            sample.with(completion());
            sample.with(lineage());
            sample.with(
                    Timing.of(
                            Duration.ofNanos(random.nextInt(50) * 10_000_500L),
                            Duration.ofMillis(random.nextInt(20))));
        }
        sample.with(
                Sample.nativeTokens(
                        random.nextInt(1_000_000), random.nextInt(9), 1, random.nextInt(2)));
        return sample.build();
    }

    private Routing routing() {
        Routing routing =
                Sample.routing(MODELS.get(random.nextInt(MODELS.size())), one(4) ? "𝄞" : "\uFF21");
        return one(2)
                ? routing
                : routing.withRouter("router").withServiceTier("tier").withDataRegion("us");
    }

    private Completion completion() {
        return Completion.of(one(2) ? FinishReason.STOP : new FinishReason("length"))
                .withApiType(one(3) ? "embeddings" : "completions")
                .withCancelled(one(2));
    }

    private Lineage lineage() {
        Lineage lineage = Lineage.ofSession("session-" + random.nextInt(9));
        return one(3) ? lineage : lineage.withRequest("req-" + random.nextInt(9));
    }

    private String amount() {
        return "%d.%012d"
                .formatted(random.nextInt(one(50) ? 900_000 : 2), random.nextLong(1L << 39));
    }

    /** Often on or beside a midnight. */
    Instant moment() {
        Instant midnight =
                FIRST_DAY
                        .plusDays(random.nextInt(DAYS))
                        .atStartOfDay(RandomQueries.zone(random))
                        .toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> midnight;
            case 1 -> midnight.minusNanos(1_000);
            case 2 -> midnight.plusSeconds(random.nextInt(7_200));
            default -> midnight.plusSeconds(random.nextInt(DAY_SECONDS));
        };
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
