/** What views of collections name and leave off. */
@NullMarked
package io.genledger.app.view.intake;

import org.jspecify.annotations.NullMarked;
