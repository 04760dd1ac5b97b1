/// Sizes by which the reading of large files is divided, in bytes.
package struct StreamLimits: Sendable {
    /// Files below it are read as a whole.
    package var smallest = 1 << 20
    /// Files up to this size are read as a whole when they have rows that may be no data.
    package var keepable = 64 << 20
    /// A block: what a core keeps near, with all that is made of it.
    package var block = 1 << 18
    /// The first stretch of a file, which tells its delimiter, its headings and its number form.
    package var sample = 1 << 17

    /// The most different values that are held for medians; with more they are left out.
    package var values = 4_000_000

    package init() {}
}
