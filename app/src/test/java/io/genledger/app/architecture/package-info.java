/** The rules of the house, as tests. */
@NullMarked
package io.genledger.app.architecture;

import org.jspecify.annotations.NullMarked;
