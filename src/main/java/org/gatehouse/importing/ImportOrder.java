package org.gatehouse.importing;

/**
 * What is to be imported.
 *
 * @param id   names the import: an import of this name happens once, and goes on where it was interrupted
 * @param from the path of an export file, or the JNDI name of a datasource
 */
public record ImportOrder(String id, Kind kind, String from) {

    /** What a source is. */
    public enum Kind {
        FILE, DATA_SOURCE
    }

    @Override
    public String toString() {
        return "import " + id + " from " + from;
    }
}
