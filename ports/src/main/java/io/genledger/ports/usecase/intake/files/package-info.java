/** The files of an import and what was found in them. */
@NullMarked
package io.genledger.ports.usecase.intake.files;

import org.jspecify.annotations.NullMarked;
