package io.genledger.adapter.http.simulator.chance;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance that can be repeated. What is drawn depends on a seed, an id, and which request for that
 * id it is: not on the order in which requests come, nor on the threads that serve them.
 *
 * @param seed the same seed, the same draws
 */
public record Draw(long seed) {

    private static final long ODD_1 = 0x9e3779b97f4a7c15L;
    private static final long ODD_2 = 0xc2b2ae3d27d4eb4fL;
    private static final long ODD_3 = 0x165667b19e3779f9L;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Draws that have nothing to do with these, one such series per number. */
    public Draw series(long number) {
        return new Draw(mixed(seed * ODD_1 + number * ODD_2 + ODD_3));
    }

    /** Chance for one request: the {@code nth} for this id. */
    public RandomGenerator forAttempt(String id, int nth) {
        return new SplittableRandom(mixed(seed + hash(id) + nth * ODD_3));
    }

    /** Chance for the thing with this number. */
    public RandomGenerator forNumber(long number) {
        return new SplittableRandom(mixed(seed + mixed(number * ODD_1)));
    }

    /** Chance for this id: the same at each of its requests. */
    public RandomGenerator forId(String id) {
        return new SplittableRandom(mixed(seed + hash(id)));
    }

    /** 64 bits that stand for an id: among a million ids two are alike once in 10^7 times. */
    public static long hash(String id) {
        long hash = FNV_START;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** Spreads every bit over all of them (the finisher of SplitMix64). */
    public static long mixed(long bits) {
        long half = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long most = (half ^ (half >>> 27)) * 0x94d049bb133111ebL;
        return most ^ (most >>> 31);
    }
}
