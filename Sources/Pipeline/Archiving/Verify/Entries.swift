import Glibc

/// What stands in a folder, links not followed.
struct FolderEntries {
    var files: [String] = []
    var folders: [String] = []
    /// Links, devices and the like, which have no business in a store.
    var others: [String] = []

    /// `nil` when the folder cannot be listed.
    init?(_ path: String) {
        guard let names = try? allNamesInFolder(path) else { return nil }
        for name in names {
            var status = stat()
            guard lstat(joined(path, name), &status) == 0 else {
                others.append(name)
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(name)
            case S_IFDIR: folders.append(name)
            default: others.append(name)
            }
        }
    }

    var isEmpty: Bool { files.isEmpty && folders.isEmpty && others.isEmpty }
}
