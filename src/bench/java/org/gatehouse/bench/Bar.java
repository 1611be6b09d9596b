package org.gatehouse.bench;

/** What was promised about one figure, and what became of it. */
record Bar(String figure, String measured, String promised, boolean isMet) {

    static Bar atLeast(String figure, double measured, double least, String format) {
        return new Bar(figure, Text.of(format, measured), "at least " + Text.of(format, least), measured >= least);
    }

    static Bar atMost(String figure, double measured, double most, String format) {
        return new Bar(figure, Text.of(format, measured), "at most " + Text.of(format, most), measured <= most);
    }
}
