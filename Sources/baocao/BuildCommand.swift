import ArgumentParser
import Diagnostics
import Pipeline
import StatisticsModel

extension Audience: ExpressibleByArgument {}

/// `baocao build`
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Làm báo cáo (PDF, HTML) và số liệu của một kỳ.",
        discussion: """
            Ví dụ:
              baocao build so-lieu/2024
              baocao build so-lieu/2024 --only report,html --output ban-thu
              baocao build so-lieu/2024 --draft
              baocao build so-lieu/2024 --audience public

            Mã thoát: 0 xong; 1 số liệu có lỗi, không công bố gì; 2 không thể tiếp tục.
            """
    )

    @OptionGroup var common: CommonOptions

    @OptionGroup var files: FileOptions

    @Option(help: "Thư mục gốc của kết quả.")
    var output = "Output"

    @Option(help: "Chỉ làm các sản phẩm này, cách nhau bằng dấu phẩy: report, html, data.")
    var only: String?

    @Flag(help: "Vẫn làm khi có lỗi; mỗi trang mang dấu DỰ THẢO, lỗi được liệt kê.")
    var draft = false

    @Option(
        help:
            "official: đầy đủ, cho nơi nhận và người ký; public: công khai, bảo mật số liệu từng đơn vị, vào thư mục …-public."
    )
    var audience: Audience = .official

    @Option(help: "Số luồng đọc tệp lớn; mặc định: bằng số bộ xử lý.")
    var jobs: Int?

    func products() throws -> [Product]? {
        guard let only else { return nil }
        return try only.split(separator: ",").map { word in
            guard let product = Product(rawValue: String(word)), Product.choices.contains(product)
            else {
                let names = Product.choices.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "Không có sản phẩm “\(word)”; chọn trong: \(names). (Unknown product.)"
                )
            }
            return product
        }
    }

    func validate() throws {
        if let products = try products(), products.isEmpty {
            throw ValidationError("--only không nêu sản phẩm nào. (--only names no product.)")
        }
        if let jobs, jobs < 1 {
            throw ValidationError("--jobs phải từ 1 trở lên. (--jobs must be at least 1.)")
        }
    }

    func run() throws {
        var log = DiagnosticLog()
        let options = BuildOptions(
            source: common.source,
            output: output,
            products: try products(),
            isDraft: draft,
            date: dateFromEnvironment(),
            jobs: jobs,
            profile: files.profile,
            audience: audience
        )
        let result = Pipeline.build(options, log: &log)
        writeDoubts(of: log, in: common.lang, to: .errors)
        for path in result.removed {
            write(
                common.lang == .vi
                    ? "Đã xóa vì số liệu đầu vào đã đổi: \(path)\n"
                    : "Removed because its inputs have changed: \(path)\n",
                to: .output
            )
        }
        for path in result.written { write("\(path)\n", to: .output) }
        throw ExitCode(result.outcome.rawValue)
    }
}
