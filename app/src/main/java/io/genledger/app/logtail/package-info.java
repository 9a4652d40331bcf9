/** Log files that other processes write, tailed through their rotations. */
@NullMarked
package io.genledger.app.logtail;

import org.jspecify.annotations.NullMarked;
