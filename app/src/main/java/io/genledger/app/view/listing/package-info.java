/** Lists of generations one by one: columns and rows. */
@NullMarked
package io.genledger.app.view.listing;

import org.jspecify.annotations.NullMarked;
