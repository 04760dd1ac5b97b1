import ArgumentParser
import Archive
import Diagnostics
import Pipeline

/// `baocao archive`
struct ArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Đưa báo cáo đã làm, cùng mọi đầu vào, vào kho lưu trữ thành một ấn bản mới.",
        discussion: """
            Kho là một thư mục theo chuẩn OCFL 1.1: đọc được không cần chương trình, sao chép bằng rsync. \
            Ấn bản đã lưu không bao giờ bị sửa hay xóa. Tệp đã đổi sau khi làm báo cáo thì bị từ chối.

            Ví dụ:
              baocao archive so-lieu/2024 --to /luu-tru/bao-cao
              baocao archive so-lieu/2024 --to kho --user "Phòng Tổng hợp <th@example.vn>" --message "Bản ký"

            Mã thoát: 0 xong; 1 bị từ chối; 2 không thể tiếp tục.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("to"), help: "Thư mục của kho; chưa có thì được tạo.")
    var store: String

    @Option(help: "Thư mục gốc của kết quả mà lệnh build đã ghi.")
    var output = "Output"

    @Option(help: "Người lưu: “Tên <địa chỉ>”; mặc định: người dùng máy tính.")
    var user: String?

    @Option(help: "Lời ghi của ấn bản.")
    var message: String?

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.archive(
            ArchiveOptions(
                source: common.source,
                output: output,
                store: store,
                user: user,
                message: message
            ),
            log: &log
        )
        writeDoubts(of: log, in: common.lang, to: .errors)
        if let edition = result.edition {
            let name = edition.text
            let chain = result.chain ?? ""
            switch (common.lang, result.isNew) {
            case (.vi, true):
                write("Đã lưu ấn bản \(name); mã chuỗi, chép vào sổ giấy: \(chain)\n", to: .output)
            case (.vi, false):
                write("Không có gì mới so với ấn bản \(name); mã chuỗi: \(chain)\n", to: .output)
            case (.en, true):
                write("Archived as \(name); chain, to be copied on paper: \(chain)\n", to: .output)
            case (.en, false): write("Nothing new since \(name); chain: \(chain)\n", to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
