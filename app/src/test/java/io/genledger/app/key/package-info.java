/** Tests of reading keys from their places. */
@NullMarked
package io.genledger.app.key;

import org.jspecify.annotations.NullMarked;
