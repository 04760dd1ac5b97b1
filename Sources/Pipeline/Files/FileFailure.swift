package import Diagnostics
import Glibc

/// The file system did not do what was asked: nothing can go on without it.
package struct FileFailure: Error, Sendable {
    /// What was tried.
    package enum Operation: Sendable {
        case read
        case list
        case write
        case replace
        case remove
    }

    package var operation: Operation
    package var path: String
    /// The reason in the system's words.
    package var reason: String

    init(_ operation: Operation, _ path: String, errno code: Int32 = errno) {
        self.operation = operation
        self.path = path
        reason = String(cString: strerror(code))
    }

    /// The failure as a diagnostic without a line.
    package var diagnostic: Diagnostic {
        let (vi, en) =
            switch operation {
            case .read: ("đọc", "read")
            case .list: ("xem thư mục", "list the folder")
            case .write: ("ghi", "write")
            case .replace: ("thay thế", "replace")
            case .remove: ("xóa", "remove")
            }
        return Diagnostic(
            "pipeline.file.\(operation)",
            at: Place(file: path),
            message: Bilingual(
                vi: "Không \(vi) được “\(path)”: \(reason).",
                en: "Cannot \(en) “\(path)”: \(reason)."
            ),
            hint: Bilingual(
                vi: "Kiểm tra đường dẫn, quyền truy cập và dung lượng đĩa rồi chạy lại.",
                en: "Check the path, the permissions and the space on the disk, then run again."
            )
        )
    }
}
