#pragma once
#include "cells.h"

// A spelling of up to sixteen bytes and what it stands for.
typedef struct {
    // The first eight bytes and the last eight; zeros where there are none.
    uint64_t first;
    uint64_t second;
    // 0 for a free place.
    int32_t length;
    int32_t value;
} code_entry;

// Spellings by their hash, each in its own place: whoever fills the table finds a multiplier for that.
typedef struct {
    code_entry *entries;
    uint64_t multiplier;
    // The table has 2^(64 - shift) places.
    uint64_t shift;
} code_table;

#define CODE_LONGEST 16
// Not in the table.
#define CODE_UNKNOWN INT32_MIN
// An empty cell.
#define CODE_MISSING (-1)

// The spelling of a cell of 1 to 16 bytes, without a value.
BYTES_INLINE code_entry code_spelling(cell_bytes cell) {
    const uint64_t length = (uint64_t)cell.length, shorter = length < 8 ? length : 8;
    const cell_bytes last_eight = {cell.start + length - 8, 8};
    const uint64_t first = first_bytes(cell), second = first_bytes(last_eight);
    const code_entry entry = {
        first & ~(uint64_t)0 >> (64 - 8 * shorter),
        length > 8 ? second : 0,
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
BYTES_TWICE(
    column_codes,
    (const cell_column *column, const code_table *table, int32_t *values),
    (column, table, values)
)

// Single steps, for whoever fills the table.
static inline code_entry code_spelling_of(const uint8_t *start, int64_t length) {
    const cell_bytes cell = {start, length};
    return code_spelling(cell);
}

static inline uint64_t code_place_of(const code_table *table, code_entry entry) {
    return code_place(table, entry);
}
