/** Tests of work in the background. */
@NullMarked
package io.genledger.app.service.collect;

import org.jspecify.annotations.NullMarked;
