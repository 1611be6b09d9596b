package org.gatehouse.bench;

/** Why there is nothing to measure, in one sentence; where in this code it was found out is of no interest. */
final class CannotMeasure extends RuntimeException {

    CannotMeasure(String sentence) {
        super(sentence, null, false, false);
    }
}
