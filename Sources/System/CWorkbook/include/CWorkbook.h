// libarchive and libxml2, loaded when the first workbook is opened and not when the program starts: with
// what they need in turn the loader would spend 1,4 ms on them at each start, a tenth of what a small table takes.
// The libraries' own headers type what is looked up; see the .c files.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct archive;
struct archive_entry;
struct xml_parser;

// Whether libarchive could be loaded; nothing else may be called before this was asked.
bool zip_is_there(void);
// NULL when the bytes are no zip file; they must stay where they are until zip_close.
struct archive *zip_open(const void *bytes, size_t length);
// 1: there is another entry, 0: no more, -1: the archive is damaged here.
int zip_next(struct archive *zip, struct archive_entry **entry);
// NULL when the name cannot be read.
const char *zip_name(struct archive_entry *entry);
bool zip_is_encrypted(struct archive_entry *entry);
// Bytes read, 0 at the end of the entry, -1 when it is damaged.
ptrdiff_t zip_read(struct archive *zip, void *bytes, size_t length);
void zip_close(struct archive *zip);

// What the parser calls; texts are UTF-8 and gone after the call.
struct xml_events {
    // Attributes in fives: name, prefix, namespace, first byte of the value, byte behind it.
    void (*start)(void *context, const char *name, const char *const *attributes, int count);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *bytes, int length);
    // A document type is declared; the parser stops before it is read.
    void (*doctype)(void *context);
};

// Whether libxml2 could be loaded; nothing else may be called before this was asked.
bool xml_is_there(void);
// NULL when there is no memory.
struct xml_parser *xml_open(const struct xml_events *events, void *context);
// Parses a piece; false when the document is malformed or was stopped.
bool xml_feed(struct xml_parser *parser, const void *bytes, int length, bool is_last);
// No event comes after this.
void xml_stop(struct xml_parser *parser);
// Where the parser stands, from 1.
int xml_line(struct xml_parser *parser);
void xml_close(struct xml_parser *parser);
