package io.genledger.ports.usecase.collect.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The distribution of the age at which records become readable, estimated from recorded polls. A
 * poll states only that a record was or was not readable at some age. The estimate has maximum
 * likelihood and is found by pooling adjacent violators: the share of 200 among the polls of an
 * age, made to rise with age. It rises in spans between two ages; the age within a span is unknown.
 */
record PollPools(List<PollPools.Span> spans) {

    /** The share of records that become readable between two ages. */
    record Span(long fromMillis, long toMillis, double share) {}

    private record Pool(long firstAge, long lastAge, long ready, long polls) {

        double share() {
            return (double) ready / polls;
        }

        Pool with(Pool next) {
            return new Pool(firstAge, next.lastAge, ready + next.ready, polls + next.polls);
        }
    }

    static PollPools recorded() throws IOException {
        List<Pool> pools = new ArrayList<>();
        for (Pool next : polls()) {
            pools.add(next);
            while (pools.size() > 1 && beforeLast(pools).share() >= last(pools).share()) {
                Pool pooled = beforeLast(pools).with(last(pools));
                pools.subList(pools.size() - 2, pools.size()).clear();
                pools.add(pooled);
            }
        }
        return new PollPools(spansBetween(pools));
    }

    private static List<Span> spansBetween(List<Pool> pools) {
        List<Span> spans = new ArrayList<>();
        double ready = 0;
        long age = 0;
        for (Pool pool : pools) {
            if (pool.share() > ready) {
                spans.add(new Span(age, pool.firstAge(), pool.share() - ready));
            }
            ready = pool.share();
            age = pool.lastAge();
        }
        return spans;
    }

    private static List<Pool> polls() throws IOException {
        try (BufferedReader table =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PollPools.class.getResourceAsStream("polls.tsv")),
                                StandardCharsets.UTF_8))) {
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(PollPools::pool)
                    .toList();
        }
    }

    private static Pool pool(String line) {
        String[] cells = line.split("\t", -1);
        long age = Long.parseLong(cells[0]);
        long ready = Long.parseLong(cells[2]);
        return new Pool(age, age, ready, Long.parseLong(cells[1]) + ready);
    }

    private static Pool last(List<Pool> pools) {
        return pools.get(pools.size() - 1);
    }

    private static Pool beforeLast(List<Pool> pools) {
        return pools.get(pools.size() - 2);
    }

    /** A random age at which a record becomes readable, uniform within its span. */
    long draw(RandomGenerator random) {
        double rank = random.nextDouble();
        for (Span span : spans) {
            if (rank < span.share()) {
                return span.fromMillis()
                        + (long) ((span.toMillis() - span.fromMillis()) * random.nextDouble());
            }
            rank -= span.share();
        }
        return spans.get(spans.size() - 1).toMillis();
    }
}
