/** Health and metrics for operators. */
@NullMarked
package io.genledger.app.web.health;

import org.jspecify.annotations.NullMarked;
