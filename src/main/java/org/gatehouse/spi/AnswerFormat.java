package org.gatehouse.spi;

/** How an answer of a provider is written. */
public enum AnswerFormat {

    /** JSON or a form, whichever it turns out to be: the labels of answers are often wrong. */
    AUTO,
    XML,
    /** JSON as the argument of a function call. */
    JSONP
}
