package io.genledger.app.cli.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a mistyped one was probably meant to be. */
public final class Suggestions {

    /** Words of at most this length, such as -V, are not suggested for what begins with them. */
    private static final int MARKS = 3;

    private Suggestions() {}

    /**
     * The nearest word: one begins with the other, or at most a third of the letters differ. One
     * with which {@code typed} begins is the nearest.
     */
    public static Optional<String> nearest(String typed, Collection<String> words) {
        return words.stream()
                .filter(word ->
                        word.startsWith(typed)
                                || (typed.startsWith(word) && word.length() > MARKS)
                                || distance(typed, word) * 3 <= word.length())
                .min(
                        Comparator.comparing((String word) -> !typed.startsWith(word))
                                .thenComparingInt(word -> distance(typed, word)));
    }

    /** Letters to insert, drop, replace or swap with the next (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, i, b, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, int i, String b, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
