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
    /// Why, in words for people.
    package var reason: Bilingual
    /// What to do, where the reason tells it.
    package var remedy: Bilingual?

    init(_ operation: Operation, _ path: String, errno code: Int32 = errno) {
        self.operation = operation
        self.path = path
        let isTooLarge = operation == .read && code == EFBIG
        reason = isTooLarge ? Self.tooLarge : Self.reason(code)
        remedy = isTooLarge ? Self.split : code == ESTALE ? Self.wait : nil
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
                vi: "Không \(vi) được “\(path)”: \(reason.vi).",
                en: "Cannot \(en) “\(path)”: \(reason.en)."
            ),
            hint: remedy
                ?? Bilingual(
                    vi: "Kiểm tra đường dẫn, quyền truy cập và dung lượng đĩa rồi chạy lại.",
                    en: "Check the path, the permissions and the space on the disk, then run again."
                )
        )
    }

    private static let tooLarge = Bilingual(
        vi: "tệp từ 2 GB trở lên, quá lớn để đọc trọn vào bộ nhớ",
        en: "it has 2 GB or more, too much to be held in memory"
    )
    private static let split = Bilingual(
        vi: "Kiểm tra xem có đúng tệp không; nếu đúng thì tách thành nhiều tệp nhỏ hơn",
        en: "See whether it is the right file; if so, split it into smaller ones"
    )
    private static let wait = Bilingual(
        vi: "Đợi chương trình đang ghi tệp này xong, hoặc đóng chương trình ấy, rồi chạy lại",
        en: "Wait until the program that writes the file has ended, or close it, then run again"
    )

    /// The common reasons in both languages; a rare one in the system's words.
    private static func reason(_ code: Int32) -> Bilingual {
        switch code {
        case ENOENT: Bilingual(vi: "không có mục này", en: "there is no such file or folder")
        case EACCES, EPERM: Bilingual(vi: "không có quyền truy cập", en: "access is denied")
        case EISDIR: Bilingual(vi: "đây là thư mục", en: "it is a folder")
        case ENOTDIR: Bilingual(vi: "đây không phải thư mục", en: "it is no folder")
        case EINVAL: Bilingual(vi: "đây không phải tệp thường", en: "it is no regular file")
        case ELOOP: Bilingual(vi: "liên kết chạy vòng", en: "the link leads to itself")
        case EROFS: Bilingual(vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only")
        case ENOSPC, EDQUOT: Bilingual(vi: "đĩa đã đầy", en: "the disk is full")
        case ESTALE:
            Bilingual(vi: "tệp đã thay đổi trong khi đọc", en: "it changed while it was read")
        case EFBIG: Bilingual(vi: "tệp vượt cỡ cho phép", en: "the file is larger than allowed")
        default:
            Bilingual(vi: String(cString: strerror(code)), en: String(cString: strerror(code)))
        }
    }
}
