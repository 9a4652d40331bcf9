package io.genledger.adapter.http.simulator.random;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Repeatable random numbers. They depend on the seed and on an id, an attempt or a number, but not
 * on the order of requests or on the threads that serve them.
 *
 * @param seed equal seeds yield equal numbers
 */
public record SeededRandom(long seed) {

    private static final long ODD_1 = 0x9e3779b97f4a7c15L;
    private static final long ODD_2 = 0xc2b2ae3d27d4eb4fL;
    private static final long ODD_3 = 0x165667b19e3779f9L;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A random source independent of this one; each {@code number} yields another. */
    public SeededRandom series(long number) {
        return new SeededRandom(mixed(seed * ODD_1 + number * ODD_2 + ODD_3));
    }

    /** Random numbers for the {@code nth} request for this id. */
    public RandomGenerator forAttempt(String id, int nth) {
        return new SplittableRandom(mixed(seed + hash(id) + nth * ODD_3));
    }

    /** Random numbers for a numbered item. */
    public RandomGenerator forNumber(long number) {
        return new SplittableRandom(mixed(seed + mixed(number * ODD_1)));
    }

    /** Random numbers for this id, the same at each of its requests. */
    public RandomGenerator forId(String id) {
        return new SplittableRandom(mixed(seed + hash(id)));
    }

    /** A 64-bit hash (FNV-1a, then {@link #mixed}). */
    static long hash(String id) {
        long hash = FNV_START;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** The finisher of SplitMix64, which lets every input bit affect all output bits. */
    public static long mixed(long bits) {
        long half = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long most = (half ^ (half >>> 27)) * 0x94d049bb133111ebL;
        return most ^ (most >>> 31);
    }
}
