/** For whom a generation was made: app, user, workspace, preset. */
@NullMarked
package io.genledger.domain.attribution;

import org.jspecify.annotations.NullMarked;
