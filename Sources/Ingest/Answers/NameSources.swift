import DatasetModel
import Diagnostics

/// Says of each doubt about an amended cell that its text is not the file's, and where it comes from.
func nameSources(of amendments: [Amendment], from first: Int, log: inout DiagnosticLog) {
    var sources: [String: Place] = [:]
    for amendment in amendments where amendment.new != nil {
        sources[amendment.cell] = amendment.place
    }
    guard !sources.isEmpty else { return }
    log.update(from: first) { doubt in
        guard let cell = doubt.place?.cell, let source = sources[cell]?.inWords else { return }
        doubt.message.vi += "; giá trị này lấy từ \(source.vi)"
        doubt.message.en += "; the value comes from \(source.en)"
    }
}
