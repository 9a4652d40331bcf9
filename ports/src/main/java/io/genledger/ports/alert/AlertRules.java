package io.genledger.ports.alert;

import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules that fire when a threshold is exceeded.
 *
 * @param queueAge the age of the oldest pending id; empty for no such rule
 * @param failed the number of pending ids whose last document could not be used; 0 or more; empty
 *     for no such rule
 * @param givenUp the number of ids that were given up or refused; 0 or more; empty for no such rule
 */
public record AlertRules(
        Optional<Duration> queueAge, Optional<Long> failed, Optional<Long> givenUp) {

    private static final Set<Reason> UNUSABLE =
            Set.of(Reason.UNREADABLE, Reason.FOREIGN, Reason.FAULT);

    /**
     * @throws IllegalArgumentException if a threshold is negative
     */
    public AlertRules {
        if (queueAge.filter(Duration::isNegative).isPresent()
                || Stream.of(failed, givenUp).flatMap(Optional::stream).anyMatch(one -> one < 0)) {
            throw new IllegalArgumentException("a threshold must not be negative");
        }
    }

    /**
     * The condition of each rule.
     *
     * @param queue the totals of every entry that is not recorded
     */
    public List<Alert> check(List<QueueTotal> queue, Instant now) {
        long age =
                queue.stream()
                        .filter(AlertRules::isPending)
                        .map(QueueTotal::firstSeen)
                        .mapToLong(seen -> Math.max(0, Duration.between(seen, now).toSeconds()))
                        .max()
                        .orElse(0);
        return Stream.of(
                        queueAge.map(limit -> alert("queue-age", age, limit.toSeconds(), now)),
                        failed.map(limit ->
                                alert("failed", ids(queue, AlertRules::isFailed), limit, now)),
                        givenUp.map(limit ->
                                alert(
                                        "given-up",
                                        ids(queue, total -> !isPending(total)),
                                        limit,
                                        now)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Alert alert(String rule, long value, long threshold, Instant now) {
        return new Alert(rule, value > threshold, value, threshold, now);
    }

    private static long ids(List<QueueTotal> queue, Predicate<QueueTotal> selection) {
        return queue.stream().filter(selection).mapToLong(QueueTotal::ids).sum();
    }

    private static boolean isPending(QueueTotal total) {
        return total.state() == QueueState.PENDING || total.state() == QueueState.CLAIMED;
    }

    private static boolean isFailed(QueueTotal total) {
        return isPending(total) && total.reason().filter(UNUSABLE::contains).isPresent();
    }
}
