package org.gatehouse.importing;

import java.util.List;
import java.util.function.Consumer;

/** Where users come from. Both kinds can be read again and again, and give the same rows each time. */
sealed interface StrapiSource permits ExportFile, StrapiDatabase {

    /** All roles there are; there are few of them. */
    List<SourceRow> roles(ImportProgress progress);

    /** All permissions, each linked to its role. */
    List<SourceRow> permissions(ImportProgress progress);

    /** Tells all users one after the other, each linked to the role they have. */
    void users(Consumer<SourceRow> consumer, ImportProgress progress);
}
