package io.genledger.app.export.parquet;

/**
 * The form of a Parquet export.
 *
 * @param withAttempts whether rows have the attempts of their generation
 * @param byMonth whether to write a folder with a part for each month of creation in UTC; else one
 *     file
 */
public record ParquetForm(boolean withAttempts, boolean byMonth) {

    /** One file without attempts. */
    public static final ParquetForm STANDARD = new ParquetForm(false, false);

    /** The name of the file in the folder of a month. */
    public static final String PART = "part-0.parquet";
}
