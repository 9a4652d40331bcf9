package io.genledger.ports.usecase.intake;

/**
 * What an import does beside recording.
 *
 * @param isDryRun whether it writes nothing and only counts what it would do
 * @param tracksProvisional whether the ids of provisional documents are put into the queue, too, so
 *     that their records are collected
 */
public record ImportOptions(boolean isDryRun, boolean tracksProvisional) {

    /** Records, and tracks those ids whose documents do not state the spend. */
    public static final ImportOptions STANDARD = new ImportOptions(false, false);
}
