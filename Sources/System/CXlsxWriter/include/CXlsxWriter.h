// libxlsxwriter, loaded when the first workbook is written and not when the program starts.
// Its own headers type what is looked up; see the .c file. Texts are UTF-8 and copied.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

// Whether libxlsxwriter could be loaded; nothing else may be called before this was asked.
bool xlsx_is_there(void);
// A file in memory, or -1; closed with close().
int xlsx_memory(void);

// What is set of a format; empty texts and zeros leave the library's own.
struct xlsx_look {
    const char *number_format;
    double size;
    bool is_bold;
    bool wraps;
    bool is_link;
    // Letters as such: what is typed over them stays text.
    bool is_text;
};

// NULL when there is no memory.
struct lxw_workbook *xlsx_open(const char *path);
struct lxw_format *xlsx_format(struct lxw_workbook *book, const struct xlsx_look *look);
// NULL when the name is not allowed.
struct lxw_worksheet *xlsx_sheet(struct lxw_workbook *book, const char *name);
void xlsx_width(struct lxw_worksheet *sheet, uint16_t column, double width);
void xlsx_page(struct lxw_worksheet *sheet, bool is_landscape, uint32_t heading_row);
void xlsx_freeze(struct lxw_worksheet *sheet, uint32_t row, uint16_t column);
// Each returns false when the library refuses.
bool xlsx_number(struct lxw_worksheet *sheet, uint32_t row, uint16_t column, double number,
                 struct lxw_format *format);
bool xlsx_text(struct lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *text,
               struct lxw_format *format);
bool xlsx_link(struct lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *address,
               const char *text, struct lxw_format *format);
// A table object over rows that are written besides; the first row holds the headings.
bool xlsx_table(struct lxw_worksheet *sheet, uint32_t first_row, uint32_t last_row,
                const char *const *headings, uint16_t count, const char *name,
                struct lxw_format *heading_format, bool first_column);
// Writes the file and frees the book; NULL when that went well, else why not.
const char *xlsx_close(struct lxw_workbook *book);
