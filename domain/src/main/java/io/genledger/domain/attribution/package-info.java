/** Who asked for a generation: application, user, workspace, preset. */
@NullMarked
package io.genledger.domain.attribution;

import org.jspecify.annotations.NullMarked;
