#define _GNU_SOURCE
#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <xlsxwriter.h>

static struct {
    bool is_there;
    typeof(workbook_new) *book_new;
    typeof(workbook_close) *book_close;
    typeof(workbook_add_format) *add_format;
    typeof(workbook_validate_sheet_name) *validate_name;
    typeof(workbook_add_worksheet) *add_sheet;
    typeof(workbook_unset_default_url_format) *unset_url_format;
    typeof(format_set_num_format) *set_number_format;
    typeof(format_set_num_format_index) *set_number_index;
    typeof(format_set_font_size) *set_size;
    typeof(format_set_bold) *set_bold;
    typeof(format_set_text_wrap) *set_wrap;
    typeof(format_set_align) *set_align;
    typeof(format_set_underline) *set_underline;
    typeof(format_set_font_color) *set_colour;
    typeof(worksheet_set_column) *set_column;
    typeof(worksheet_set_landscape) *set_landscape;
    typeof(worksheet_set_paper) *set_paper;
    typeof(worksheet_fit_to_pages) *fit_to_pages;
    typeof(worksheet_repeat_rows) *repeat_rows;
    typeof(worksheet_freeze_panes) *freeze;
    typeof(worksheet_write_number) *write_number;
    typeof(worksheet_write_string) *write_string;
    typeof(worksheet_write_url_opt) *write_url;
    typeof(worksheet_add_table) *add_table;
    typeof(lxw_strerror) *words;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static bool is_missing;

static void *symbol(void *handle, const char *name) {
    void *found = dlsym(handle, name);
    if (!found) is_missing = true;
    return found;
}

#define LOOK_UP(member, name) library.member = (typeof(library.member))symbol(handle, #name)

static void load(void) {
    void *handle = dlopen("libxlsxwriter.so.4", RTLD_LAZY | RTLD_LOCAL);
    if (!handle) return;
    LOOK_UP(book_new, workbook_new);
    LOOK_UP(book_close, workbook_close);
    LOOK_UP(add_format, workbook_add_format);
    LOOK_UP(validate_name, workbook_validate_sheet_name);
    LOOK_UP(add_sheet, workbook_add_worksheet);
    LOOK_UP(unset_url_format, workbook_unset_default_url_format);
    LOOK_UP(set_number_format, format_set_num_format);
    LOOK_UP(set_number_index, format_set_num_format_index);
    LOOK_UP(set_size, format_set_font_size);
    LOOK_UP(set_bold, format_set_bold);
    LOOK_UP(set_wrap, format_set_text_wrap);
    LOOK_UP(set_align, format_set_align);
    LOOK_UP(set_underline, format_set_underline);
    LOOK_UP(set_colour, format_set_font_color);
    LOOK_UP(set_column, worksheet_set_column);
    LOOK_UP(set_landscape, worksheet_set_landscape);
    LOOK_UP(set_paper, worksheet_set_paper);
    LOOK_UP(fit_to_pages, worksheet_fit_to_pages);
    LOOK_UP(repeat_rows, worksheet_repeat_rows);
    LOOK_UP(freeze, worksheet_freeze_panes);
    LOOK_UP(write_number, worksheet_write_number);
    LOOK_UP(write_string, worksheet_write_string);
    LOOK_UP(write_url, worksheet_write_url_opt);
    LOOK_UP(add_table, worksheet_add_table);
    LOOK_UP(words, lxw_strerror);
    library.is_there = !is_missing;
}

bool xlsx_is_there(void) {
    pthread_once(&once, load);
    return library.is_there;
}

int xlsx_memory(void) { return memfd_create("workbook", MFD_CLOEXEC); }

struct lxw_workbook *xlsx_open(const char *path) {
    lxw_workbook *book = library.book_new(path);
    if (book) library.unset_url_format(book);
    return book;
}

struct lxw_format *xlsx_format(struct lxw_workbook *book, const struct xlsx_look *look) {
    lxw_format *format = library.add_format(book);
    if (!format) return NULL;
    if (look->number_format) library.set_number_format(format, look->number_format);
    if (look->is_text) library.set_number_index(format, 49);
    if (look->size > 0) library.set_size(format, look->size);
    if (look->is_bold) library.set_bold(format);
    if (look->wraps) {
        library.set_wrap(format);
        library.set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    if (look->is_link) {
        library.set_underline(format, LXW_UNDERLINE_SINGLE);
        library.set_colour(format, 0x0563C1);
    }
    return format;
}

struct lxw_worksheet *xlsx_sheet(struct lxw_workbook *book, const char *name) {
    if (library.validate_name(book, name) != LXW_NO_ERROR) return NULL;
    return library.add_sheet(book, name);
}

void xlsx_width(struct lxw_worksheet *sheet, uint16_t column, double width) {
    library.set_column(sheet, column, column, width, NULL);
}

void xlsx_page(struct lxw_worksheet *sheet, bool is_landscape, uint32_t heading_row) {
    library.set_paper(sheet, 9); // A4
    if (is_landscape) library.set_landscape(sheet);
    library.fit_to_pages(sheet, 1, 0);
    library.repeat_rows(sheet, heading_row, heading_row);
}

void xlsx_freeze(struct lxw_worksheet *sheet, uint32_t row, uint16_t column) {
    library.freeze(sheet, row, column);
}

bool xlsx_number(struct lxw_worksheet *sheet, uint32_t row, uint16_t column, double number,
                 struct lxw_format *format) {
    return library.write_number(sheet, row, column, number, format) == LXW_NO_ERROR;
}

bool xlsx_text(struct lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *text,
               struct lxw_format *format) {
    return library.write_string(sheet, row, column, text, format) == LXW_NO_ERROR;
}

bool xlsx_link(struct lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *address,
               const char *text, struct lxw_format *format) {
    return library.write_url(sheet, row, column, address, format, text, NULL) == LXW_NO_ERROR;
}

bool xlsx_table(struct lxw_worksheet *sheet, uint32_t first_row, uint32_t last_row,
                const char *const *headings, uint16_t count, const char *name,
                struct lxw_format *heading_format, bool first_column) {
    lxw_table_column *columns = calloc(count, sizeof *columns);
    lxw_table_column **list = calloc(count + 1u, sizeof *list);
    bool is_done = false;
    if (columns && list) {
        for (uint16_t index = 0; index < count; index++) {
            columns[index].header = (char *)headings[index];
            columns[index].header_format = heading_format;
            list[index] = &columns[index];
        }
        lxw_table_options options = {
            .name = (char *)name,
            .no_autofilter = LXW_TRUE,
            .first_column = first_column,
            .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
            .style_type_number = 1,
            .columns = list,
        };
        is_done = library.add_table(sheet, first_row, 0, last_row, count - 1, &options) ==
                  LXW_NO_ERROR;
    }
    free(list);
    free(columns);
    return is_done;
}

const char *xlsx_close(struct lxw_workbook *book) {
    lxw_error error = library.book_close(book);
    return error == LXW_NO_ERROR ? NULL : library.words(error);
}
