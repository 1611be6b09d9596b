package org.gatehouse.bench;

/** One request under load. */
record Run(String name, int connections, Load load) {

    Run called(String otherName) {
        return new Run(otherName, connections, load);
    }
}
