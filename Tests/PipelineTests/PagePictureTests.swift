import Foundation
import TestSupport
import Testing

/// Pages that somebody looked at: the list tells when one looks otherwise.
@Suite struct `Pages of the products` {
    /// First page, contents, and every page with a chart.
    @Test func `look in the report as when they were looked at`() throws {
        let report = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        try expectPagePictures(of: report, "pages-report", pages: 1...12)
    }

    @Test func `look in a return note as when they were looked at`() throws {
        try withSmallPeriod { period in
            try period.spoil()
            #expect(try period.notes().status == 1)
            try expectPagePictures(of: period.note("h1-mot.pdf"), "pages-return-note")
        }
    }
}
