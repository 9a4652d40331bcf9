/** Containers that are made in the tests. */
@NullMarked
package io.genledger.app.container;

import org.jspecify.annotations.NullMarked;
