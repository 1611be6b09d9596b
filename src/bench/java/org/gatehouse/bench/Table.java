package org.gatehouse.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown whose columns are aligned, so that it reads well on a console, too. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        row(headings);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            append(text, rows.get(i));
            if (i == 0) {
                append(text, rows.get(0).stream().map(heading -> "---").toList());
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            text.append("| ").append(cell).append(" ".repeat(width(column) - cell.length() + 1));
        }
        text.append("|\n");
    }

    private int width(int column) {
        return Math.max("---".length(), rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow());
    }
}
