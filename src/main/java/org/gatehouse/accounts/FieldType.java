package org.gatehouse.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What a field that can be filtered by holds, and how a value of it is written in a query. */
enum FieldType {
    TEXT("a text") {
        @Override
        String read(String text) {
            return text;
        }
    },
    NUMBER("a whole number") {
        @Override
        Long read(String text) {
            return Long.valueOf(text);
        }
    },
    FLAG("true or false") {
        @Override
        Boolean read(String text) {
            if (!List.of("true", "false", "1", "0").contains(text)) {
                throw new IllegalArgumentException();
            }
            return text.equals("true") || text.equals("1");
        }
    },
    TIME("a time such as 2026-01-01T00:00:00.000Z, or a date") {
        @Override
        Instant read(String text) {
            if (!text.matches("\\d{4}-.*")) { // other years are more than a database has room for
                throw new IllegalArgumentException();
            }
            try {
                return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(e);
            }
        }
    };

    private final String allowed;

    FieldType(String allowed) {
        this.allowed = allowed;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none of this type
     */
    abstract Comparable<?> read(String text);

    /** What a value may be, in words. */
    String allowed() {
        return allowed;
    }
}
