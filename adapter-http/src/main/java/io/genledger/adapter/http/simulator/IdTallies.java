package io.genledger.adapter.http.simulator;

/**
 * Counts per id in 24 to 48 bytes each, because a million ids are nothing unusual. Ids are kept as
 * the 64 bits that stand for them.
 */
final class IdTallies {

    private static final int STRIPES = 64;
    private static final int FIRST_SIZE = 16;
    private static final long ONE_REQUEST = 1L << 16;
    private static final long ONE_ON_ITS_WAY = 1;
    private static final long ON_ITS_WAY = 0xffff;

    private final Stripe[] stripes = new Stripe[STRIPES];

    IdTallies() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /**
     * How an id stands.
     *
     * @param requests how many have come
     * @param onTheirWay how many of them are not answered yet
     */
    record Tally(int requests, int onTheirWay) {

        private static Tally of(long packed) {
            return new Tally((int) (packed >>> 16), (int) (packed & ON_ITS_WAY));
        }
    }

    /** One more request has come; returns how its id stands now. */
    Tally arrived(long id) {
        return Tally.of(stripe(id).add(key(id), ONE_REQUEST + ONE_ON_ITS_WAY));
    }

    /** A request is answered, or nobody waits for its answer any more. */
    void done(long id) {
        stripe(id).add(key(id), -ONE_ON_ITS_WAY);
    }

    Tally of(long id) {
        return Tally.of(stripe(id).get(key(id)));
    }

    int ids() {
        int ids = 0;
        for (Stripe stripe : stripes) {
            ids += stripe.size();
        }
        return ids;
    }

    private Stripe stripe(long id) {
        return stripes[(int) (id >>> 58)];
    }

    /** Zero marks a free place. */
    private static long key(long id) {
        return id == 0 ? 1 : id;
    }

    /** A hash table with open places: key and value side by side. */
    private static final class Stripe {

        private long[] places = new long[2 * FIRST_SIZE];
        private int size;

        synchronized long add(long key, long amount) {
            int place = place(key);
            if (places[place] == 0) {
                if (3 * (size + 1) > places.length) {
                    grow();
                    place = place(key);
                }
                places[place] = key;
                size++;
            }
            places[place + 1] += amount;
            return places[place + 1];
        }

        synchronized long get(long key) {
            return places[place(key) + 1];
        }

        synchronized int size() {
            return size;
        }

        private int place(long key) {
            int mask = places.length - 1;
            int place = (int) (key << 1) & mask;
            while (places[place] != 0 && places[place] != key) {
                place = (place + 2) & mask;
            }
            return place;
        }

        private void grow() {
            long[] before = places;
            places = new long[2 * before.length];
            for (int i = 0; i < before.length; i += 2) {
                if (before[i] != 0) {
                    int place = place(before[i]);
                    places[place] = before[i];
                    places[place + 1] = before[i + 1];
                }
            }
        }
    }
}
