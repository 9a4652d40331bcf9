/** The app, user, workspace and preset that a generation is for. */
@NullMarked
package io.genledger.domain.attribution;

import org.jspecify.annotations.NullMarked;
