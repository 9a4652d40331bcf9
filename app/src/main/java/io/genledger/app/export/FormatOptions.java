package io.genledger.app.export;

import io.genledger.app.export.focus.FocusForm;

/**
 * What single formats leave to the caller.
 *
 * @param truncates whether to cut amounts toward zero to six decimals, as OpenRouter does; only for
 *     {@link ExportFormat#ACTIVITY_CSV}
 * @param focus only for {@link ExportFormat#FOCUS}
 */
public record FormatOptions(boolean truncates, FocusForm focus) {

    /** Every digit, and a FOCUS file by days. */
    public static final FormatOptions STANDARD = new FormatOptions(false, FocusForm.STANDARD);
}
