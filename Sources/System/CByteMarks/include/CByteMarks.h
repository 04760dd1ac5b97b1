#pragma once
#include <stdbool.h>
#include <stdint.h>

// Loops over the bytes of a table, with the widest instructions that the processor has.

// The bytes that its vectors hold: 16, 32 or 64.
int bytes_width(void);

// A loop, and the same for processors of one width; none but these run it.
#define BYTES_LOOP(NAME, PARAMETERS) \
    void NAME PARAMETERS; \
    void NAME##_narrow PARAMETERS; \
    void NAME##_wide PARAMETERS; \
    void NAME##_widest PARAMETERS;

// Where cells and lines of a block end. The lists have room for every byte, and for sixteen entries more.
typedef struct {
    // Delimiters and line feeds.
    int32_t *ends;
    int64_t end_count;
    int32_t *lines;
    int64_t line_count;
    // Quotes, and carriage returns that no line feed follows.
    int32_t *oddities;
    int64_t oddity_count;
} block_marks;

// Adds the marks of `count` bytes; 64 more must be readable.
BYTES_LOOP(
    marks_scan,
    (const uint8_t *bytes, int64_t count, uint8_t delimiter, uint8_t quote, block_marks *marks)
)

// Cells of one column, by where the cells of each row end: from behind entry `first[row] + position - 1`
// up to entry `first[row] + position`. 64 bytes before and behind the block must be readable.
typedef struct {
    const uint8_t *bytes;
    const int32_t *ends;
    const int32_t *first;
    int64_t row_count;
    int64_t position;
    // The last column, whose cells may end with half of a line end.
    bool is_last;
} cell_column;

// What was seen in a column of numbers that were read.
typedef struct {
    // The decimal mark; only read where `has_marks`.
    uint8_t mark;
    bool has_marks;
    // A cell had one decimal or two, which no other form of numbers reads.
    bool has_proof;
    // Such a cell had four bytes or more before its mark.
    bool has_long_run;
} number_marks;

#define NUMBER_MISSING INT64_MIN
// Not read here.
#define NUMBER_UNREAD INT64_MAX

// Reads the numbers of a column, those that are written as nearly all are. Three rows more, such as the last
// one again, are read and written.
BYTES_LOOP(column_numbers, (const cell_column *column, number_marks *marks, int64_t *numbers))

// Whether any number lies outside its bounds, or is missing where each row must have one.
BYTES_LOOP(
    numbers_outside,
    (const int64_t *lows, const int64_t *highs, int64_t count, int64_t minimum, int64_t maximum,
     bool is_filled, bool *result)
)

// One cell.
int64_t number_at(const uint8_t *start, int64_t length, number_marks *marks);

// What a name is made of.
typedef struct {
    // Sum and sum of squares of the letters and signs that no tone ever changes.
    uint32_t letters;
    // How many digits it has; negative for an empty name, one without a letter of ASCII and one with anything
    // but ASCII without control characters and `?`, and U+00C0...U+01BF, U+1E80...U+1EFF in UTF-8.
    int32_t digit_count;
} name_sums;

BYTES_LOOP(column_name_sums, (const cell_column *column, name_sums *sums))

// One name, of which 64 bytes before and behind must be readable.
name_sums name_sums_of(const uint8_t *start, int64_t length);

// The hash of each identifier in small letters; 0 for an empty one, one with anything but visible ASCII or with
// one of the two signs that Unicode has twice or `?`, and for figures with an E such as 1.60123E+09.
BYTES_LOOP(column_identifier_hashes, (const cell_column *column, uint64_t *hashes))

// One identifier, of which 64 bytes before and behind must be readable.
uint64_t identifier_hash(const uint8_t *start, int64_t length);

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

// Finds what the cells of a column stand for.
BYTES_LOOP(column_codes, (const cell_column *column, const code_table *table, int32_t *values))

// Single steps, for whoever fills the table.
code_entry code_spelling_of(const uint8_t *start, int64_t length);
uint64_t code_place_of(const code_table *table, code_entry entry);
