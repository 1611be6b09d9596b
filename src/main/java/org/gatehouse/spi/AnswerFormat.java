package org.gatehouse.spi;

/** How an answer of a provider is written. */
public enum AnswerFormat {

    /** JSON or a form, whichever it turns out to be: the labels of answers are often wrong. */
    AUTO,
    /** The elements within the root are the members; an element that has some itself is an object. */
    XML,
    /** JSON as the argument of a function call. */
    JSONP
}
