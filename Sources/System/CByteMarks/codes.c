#include "cells.h"

// The spelling of a cell of 1 to 16 bytes, without a value.
BYTES_INLINE code_entry code_spelling(cell_bytes cell) {
    const uint64_t length = (uint64_t)cell.length, shorter = length < 8 ? length : 8;
    const cell_bytes last_eight = {cell.start + length - 8, 8};
    const uint64_t first = first_bytes(cell);
    uint64_t second = first_bytes(last_eight);
    // Loaded even where it is not wanted: lengths change from row to row, and no branch would foresee them.
    __asm__("" : "+r"(second));
    const uint64_t is_long = (uint64_t)((int64_t)(8 - length) >> 63);
    const code_entry entry = {
        first & ~(uint64_t)0 >> (64 - 8 * shorter),
        second & is_long,
        (int32_t)length,
        0,
    };
    return entry;
}

BYTES_INLINE uint64_t code_place(const code_table *table, code_entry entry) {
    const uint64_t mixed = entry.first ^ (entry.second << 5 | entry.second >> 59);
    return mixed * table->multiplier >> table->shift;
}

BYTES_INLINE int32_t code_of(const code_table *table, cell_bytes cell) {
    if (cell.length < 1 || cell.length > CODE_LONGEST) {
        return cell.length == 0 ? CODE_MISSING : CODE_UNKNOWN;
    }
    const code_entry spelling = code_spelling(cell);
    const code_entry entry = table->entries[code_place(table, spelling)];
    const bool is_same = entry.first == spelling.first & entry.second == spelling.second
        & entry.length == spelling.length;
    return is_same ? entry.value : CODE_UNKNOWN;
}

BYTES_INLINE void column_codes_body(
    const cell_column *column, const code_table *table, int32_t *values
) {
    const cell_column own = *column;
    const code_table own_table = *table;
    for (int64_t row = 0; row < own.row_count; row++) {
        values[row] = code_of(&own_table, cell_of(&own, row));
    }
}

// Finds what the cells of a column stand for.
BYTES_THRICE(
    column_codes,
    (const cell_column *column, const code_table *table, int32_t *values),
    (column, table, values)
)

// Single steps, for whoever fills the table.
code_entry code_spelling_of(const uint8_t *start, int64_t length) {
    const cell_bytes cell = {start, length};
    return code_spelling(cell);
}

uint64_t code_place_of(const code_table *table, code_entry entry) {
    return code_place(table, entry);
}
