import Diagnostics
import Ingest

extension FuzzTargets {
    /// The same bytes as each of the files that offices edit.
    func settings(_ input: [UInt8]) -> String? {
        let source = SourceText(path: "report.yaml", bytes: input)
        var fault: String?
        func check(_ read: (inout DiagnosticLog) -> Bool) {
            var log = DiagnosticLog()
            let isRead = read(&log)
            fault = fault ?? written(log)
            if !isRead, !log.hasErrors { fault = fault ?? "not read, and no word why" }
        }
        check { Ingest.readSettings(from: source, log: &$0) != nil }
        check { Ingest.readReadingWords(from: source, log: &$0) != nil }
        check { Ingest.readAnswerWords(source, log: &$0) != nil }
        return fault
    }

    /// The same bytes as answers and as corrections, applied to a small submission.
    func answers(_ input: [UInt8]) -> String? {
        let text = """
            Mã số,Tên,Đơn vị,Lĩnh vực,Số thành viên,Vốn
            A1,HTX Một,001,NN,12,"1.5"
            A2,HTX Hai,001,VT,x,3000000
            A3,HTX Ba,001,XX,7,2.25
            """
        let file = SourceText(path: "submissions/1.csv", bytes: Array(text.utf8))
        var log = DiagnosticLog()
        let amendments = Ingest.readAmendments(
            answers: [SourceText(path: "answers/1.csv", bytes: input)],
            corrections: SourceText(path: "corrections.csv", bytes: input),
            words: answerWords,
            submissions: [file.path],
            log: &log
        )
        var dataset = read([file], amendments, &log)
        settleConfirmations(in: &dataset, log: &log)
        return written(log)
    }
}
