package org.gatehouse.development;

/** Why there is no server, in one sentence for the developer; where in this code it was found out is of no interest. */
final class CannotRun extends RuntimeException {

    CannotRun(String sentence) {
        super(sentence, null, false, false);
    }
}
