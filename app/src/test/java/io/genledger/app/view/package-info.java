/** Golden files: one for each shape of {@code --json}, and what every shape has in common. */
@NullMarked
package io.genledger.app.view;

import org.jspecify.annotations.NullMarked;
