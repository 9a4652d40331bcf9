/** Options for the terms under which OpenRouter charges an account for BYOK calls. */
@NullMarked
package io.genledger.app.option.plan;

import org.jspecify.annotations.NullMarked;
