package org.gatehouse.journeys;

/** What a condition says of somebody in a database: of what is not known, nothing is true and nothing is false. */
enum Truth {
    FALSE, UNKNOWN, TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth not() {
        return values()[TRUE.ordinal() - ordinal()];
    }

    Truth and(Truth other) {
        return ordinal() < other.ordinal() ? this : other;
    }

    Truth or(Truth other) {
        return ordinal() > other.ordinal() ? this : other;
    }
}
