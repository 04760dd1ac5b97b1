/// One file of a district office, and how that office writes it.
struct SubmissionFile {
    var name: String
    var reports: [Report]
    var usesVietnameseHeadings = false
    /// Names the unit instead of giving its code.
    var unitTitle: String?
    var endsLinesWithReturn = false
    var hasByteOrderMark = false

    static let keys = [
        "ma_htx", "ten_htx", "don_vi", "linh_vuc", "tinh_trang", "nam_thanh_lap", "so_thanh_vien",
        "so_lao_dong", "von_dieu_le", "tong_tai_san", "doanh_thu", "loi_nhuan", "thu_nhap_bq",
        "xep_loai",
    ]
    private static let headings = [
        "Mã HTX", "Tên hợp tác xã", "Đơn vị", "Lĩnh vực", "Tình trạng", "Năm thành lập",
        "Số thành viên", "Số lao động", "Vốn điều lệ", "Tổng tài sản", "Doanh thu", "Lợi nhuận",
        "Thu nhập bình quân", "Xếp loại",
    ]

    /// The file as RFC 4180 text.
    var text: String {
        let lineEnd = endsLinesWithReturn ? "\r\n" : "\n"
        let rows = [usesVietnameseHeadings ? Self.headings : Self.keys] + reports.map(cells)
        return (hasByteOrderMark ? "\u{FEFF}" : "")
            + rows.map { $0.map(quoted).joined(separator: ",") + lineEnd }.joined()
    }

    private func cells(of report: Report) -> [String] {
        let cooperative = report.cooperative
        return [
            cooperative.code,
            cooperative.name,
            unitTitle ?? cooperative.district,
            cooperative.sector.rawValue,
            report.state.rawValue,
            report.tellsFounding ? String(cooperative.founded) : "",
            String(report.members),
            report.labour.map(String.init) ?? "",
            decimal(report.capital),
            decimal(report.assets),
            decimal(report.revenue),
            decimal(report.profit),
            report.income,
            report.rating,
        ]
    }

    private func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
        return "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

/// The files of all districts, each in the way of its office.
func submissionFiles(of reports: [Report]) -> [SubmissionFile] {
    District.all.flatMap { district -> [SubmissionFile] in
        let own = reports.filter { $0.cooperative.district == district.code }
        var file = SubmissionFile(name: district.file, reports: own)
        switch district.code {
        case "883", "889", "892": file.endsLinesWithReturn = true
        case "884": file.hasByteOrderMark = true
        case "887": file.usesVietnameseHeadings = true
        case "890": file.unitTitle = district.title
        case "893":
            // An office that sends its farm cooperatives apart from the others.
            var second = file
            file.reports = own.filter { $0.cooperative.sector == .agriculture }
            file.name += "-nong-nghiep"
            second.reports = own.filter { $0.cooperative.sector != .agriculture }
            second.name += "-phi-nong-nghiep"
            return [file, second]
        default: break
        }
        return [file]
    }
}
