package io.genledger.adapter.sql.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A call and the wordings in which it is documented. */
record Documented(Call call, Set<Wording> wordings) {

    static Documented random(Random random, Call call) {
        EnumSet<Wording> wordings = EnumSet.noneOf(Wording.class);
        // Records would hide the rank of everything else.
        boolean withRecords = random.nextBoolean();
        List<Wording> all =
                Arrays.stream(Wording.values())
                        .filter(one -> withRecords || one.compareTo(Wording.SDK_RECORD) < 0)
                        .toList();
        for (int i = random.nextInt(5); i >= 0; i--) {
            wordings.add(all.get(random.nextInt(all.size())));
        }
        return new Documented(call, wordings);
    }

    /** Each document once, and some of them again. */
    List<Document> documents(Random random) {
        List<Document> documents = new ArrayList<>();
        for (Wording wording : wordings) {
            for (int times = 1 + random.nextInt(3) / 2; times > 0; times--) {
                documents.add(new Document(call, wording));
            }
        }
        return documents;
    }

    /**
     * The document that counts. The rows of a CSV state cut amounts, and rank below what states all
     * their digits.
     */
    Document counting() {
        boolean hasExact =
                wordings.contains(Wording.BROADCAST)
                        || wordings.stream().anyMatch(Wording::isInline);
        Wording counting =
                wordings.stream()
                        .filter(wording ->
                                wording != Wording.ACTIVITY_ROW || !hasExact || call.isExactInCsv())
                        .max(Wording::compareTo)
                        .orElseThrow();
        return new Document(call, counting);
    }

    /** One document of a call. */
    record Document(Call call, Wording wording) {

        String text() {
            return wording.of(call);
        }
    }
}
