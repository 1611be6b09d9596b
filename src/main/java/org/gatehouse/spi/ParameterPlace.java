package org.gatehouse.spi;

/** Where the parameters of a request travel. */
public enum ParameterPlace {

    QUERY,
    FORM,
    JSON
}
