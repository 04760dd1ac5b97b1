#pragma once
#include "vectors.h"

typedef struct {
    const uint8_t *start;
    int64_t length;
} cell_bytes;

// The first eight bytes from the start of a cell, the first one lowest.
BYTES_INLINE uint64_t first_bytes(cell_bytes cell) {
    uint64_t word;
    memcpy(&word, cell.start, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

BYTES_INLINE cell_bytes cell_of(const cell_column *column, int64_t row) {
    const int32_t *entry = column->ends + column->first[row] + column->position;
    const int32_t start = entry[-1] + 1;
    int32_t end = entry[0];
    if (column->is_last && end > start && column->bytes[end - 1] == '\r') end--;
    const cell_bytes cell = {column->bytes + start, end - start};
    return cell;
}
