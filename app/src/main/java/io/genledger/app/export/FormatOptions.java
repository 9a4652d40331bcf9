package io.genledger.app.export;

import io.genledger.app.export.focus.FocusForm;
import io.genledger.app.export.parquet.ParquetForm;
import io.genledger.app.export.xlsx.XlsxForm;

/**
 * What single formats leave to the caller.
 *
 * @param truncates whether to cut amounts toward zero to six decimals, as OpenRouter does; only for
 *     {@link ExportFormat#ACTIVITY_CSV}
 * @param focus only for {@link ExportFormat#FOCUS}
 * @param xlsx only for {@link ExportFormat#XLSX}
 * @param parquet only for {@link ExportFormat#PARQUET}
 */
public record FormatOptions(
        boolean truncates, FocusForm focus, XlsxForm xlsx, ParquetForm parquet) {

    /** What each format does without being told. */
    public static final FormatOptions STANDARD =
            new FormatOptions(false, FocusForm.STANDARD, XlsxForm.STANDARD, ParquetForm.STANDARD);
}
