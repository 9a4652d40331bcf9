/** Views as JSON: one mapper for every answer, and the forms of times, durations and shares. */
@NullMarked
package io.genledger.app.view.json;

import org.jspecify.annotations.NullMarked;
