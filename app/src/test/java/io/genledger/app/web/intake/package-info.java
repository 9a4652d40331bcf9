/** Tests of the routes by which ids and documents come in. */
@NullMarked
package io.genledger.app.web.intake;

import org.jspecify.annotations.NullMarked;
