package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.Claim;
import io.genledger.ports.Lease;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.usecase.CollectListener.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceHealthTest {

    private static final Claim CLAIM = new Claim(id(1), NOW, 0, false, new Lease(1, NOW));
    private static final Answer FINE =
            new Answer.Judged(CLAIM, Result.NOT_READY, "", new Settlement.Released(CLAIM));
    private static final CollectPlan PLAN = CollectPlan.DEFAULT;

    private Instant now = NOW;
    private SourceHealth health = following(PLAN);

    @Test
    void asManyMayAskAsThePlanAllows() {
        assertThat(health.mayAsk(15)).isTrue();
        assertThat(health.mayAsk(16)).isFalse();
    }

    @Test
    void nobodyAsksAfterARefusal() {
        SourceRefusedException refusal = new SourceRefusedException("no key");
        observe(new Answer.Refused(CLAIM, refusal));

        assertThat(health.mayAsk(0)).isFalse();
        assertThat(health.isOver()).isTrue();
        assertThat(health.refusal()).containsSame(refusal);
    }

    @Test
    void restsAsLongAsItIsToldTo() {
        observe(slowDown(Duration.ofSeconds(60)));

        assertThat(health.mayAsk(0)).isFalse();
        assertThat(health.restsUntil()).isEqualTo(NOW.plusSeconds(60));
        now = NOW.plusSeconds(60);
        assertThat(health.mayAsk(7)).isTrue();
        assertThat(health.mayAsk(8)).as("half of 16").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, 1000",
        "1, 1000, 2000",
        "2, 2000, 4000",
        "6, 30000, 60000",
        "9, 30000, 60000"
    })
    void restsInGrowingStepsIfItIsNotToldHowLong(int before, long least, long most) {
        health = following(PLAN.keepingOn());
        for (int i = 0; i < before; i++) {
            observe(slowDown(null));
            now = health.restsUntil();
        }
        observe(slowDown(null));

        assertThat(Duration.between(now, health.restsUntil()).toMillis()).isBetween(least, most);
    }

    @Test
    void noPauseAtAllIsNoWord() {
        observe(slowDown(Duration.ZERO));

        assertThat(health.restsUntil()).isAfter(NOW);
    }

    @Test
    void aBurstOfAnswersIsOneEvent() {
        for (int i = 0; i < 16; i++) {
            health.observe(0, slowDown(null));
        }

        assertThat(health.width()).isEqualTo(8);
        assertThat(health.restsUntil()).isBeforeOrEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void ofABurstTheLongestRestCounts() {
        health.observe(0, slowDown(Duration.ofSeconds(10)));
        health.observe(0, slowDown(Duration.ofSeconds(20)));
        health.observe(0, slowDown(Duration.ofSeconds(5)));

        assertThat(health.restsUntil()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void theFirstAnswerAfterARestMakesTheNextStepShortAgain() {
        for (int i = 0; i < 4; i++) {
            observe(slowDown(null));
            now = health.restsUntil();
        }
        observe(FINE);
        observe(slowDown(null));

        assertThat(health.restsUntil()).isBeforeOrEqualTo(now.plusSeconds(1));
    }

    @Test
    void anAnswerFromBeforeTheRestSaysNothingAboutIt() {
        observe(slowDown(null));
        health.observe(0, FINE);
        now = health.restsUntil();
        observe(slowDown(null));

        assertThat(health.restsUntil()).isAfter(now.plusSeconds(1).minusNanos(1));
    }

    @ParameterizedTest
    @CsvSource({"PT15M, false", "PT15M0.001S, true"})
    void endsInsteadOfRestingLongerThanThePlanAllows(Duration rest, boolean over) {
        observe(slowDown(rest));

        assertThat(health.isOver()).isEqualTo(over);
    }

    @Test
    void restsOneAfterTheOtherAddUp() {
        observe(slowDown(Duration.ofMinutes(8)));
        now = health.restsUntil();
        observe(slowDown(Duration.ofMinutes(7)));
        assertThat(health.isOver()).isFalse();
        now = health.restsUntil();
        observe(slowDown(Duration.ofSeconds(1)));

        assertThat(health.isOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2D", "PT2562047788015215H30M7S"})
    void believesNobodyWhoWantsMoreThanADayOfRest(Duration rest) {
        health = following(PLAN.keepingOn());
        observe(slowDown(rest));
        health.observe(0, slowDown(rest));

        assertThat(health.restsUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(health.isOver()).isFalse();
    }

    @Test
    void aRowOfFailuresIsARestAndTheFourthOneTheEnd() {
        fail(31);
        assertThat(health.mayAsk(0)).isTrue();
        fail(1);
        assertThat(health.mayAsk(0)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(health.isOver()).isFalse();
            now = health.restsUntil();
            fail(16);
        }

        assertThat(health.isOver()).isTrue();
        assertThat(health.outage()).isPresent();
        assertThat(Duration.between(NOW, now)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void whoKeepsGoingNeverEndsForAnOutage() {
        health = following(PLAN.keepingOn());
        for (int i = 0; i < 100; i++) {
            fail(32);
            now = health.restsUntil();
        }

        assertThat(health.isOver()).isFalse();
        assertThat(health.width()).as("nobody asked to slow down").isEqualTo(16);
    }

    @Test
    void anAnswerInBetweenBreaksTheRow() {
        for (int i = 0; i < 100; i++) {
            fail(31);
            observe(FINE);
        }

        assertThat(health.mayAsk(0)).isTrue();
    }

    @Test
    void anAnswerThatCannotBeReadIsAnAnswer() {
        fail(31);
        observe(new Answer.Unreadable(CLAIM, "", document(id(1))));
        fail(31);

        assertThat(health.mayAsk(0)).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            observe(new Answer.Unavailable(CLAIM, new SourceUnavailableException("down", null)));
        }
    }

    private void observe(Answer answer) {
        health.observe(health.round(), answer);
    }

    private SourceHealth following(CollectPlan plan) {
        return new SourceHealth(plan, () -> now, new Jitter(new Random(20251106)));
    }

    private static Answer slowDown(@Nullable Duration rest) {
        return new Answer.Unavailable(
                CLAIM, SourceUnavailableException.slowDown("slow down", Optional.ofNullable(rest)));
    }
}
