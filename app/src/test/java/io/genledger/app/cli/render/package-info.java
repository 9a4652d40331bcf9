@NullMarked
package io.genledger.app.cli.render;

import org.jspecify.annotations.NullMarked;
