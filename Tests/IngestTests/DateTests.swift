import Testing
import Vocabulary

@testable import Ingest

struct Dates {
    @Test(arguments: [
        ("31/12/2020", "2020-12-31"), ("1/2/2013", "2013-02-01"), ("5-3-13", "2013-03-05"),
        ("05.03.1998", "1998-03-05"), ("5/3/98", "1998-03-05"), ("5/3/21", "1921-03-05"),
        ("2013-03-05", "2013-03-05"), ("2013-03-05T10:00:00", "2013-03-05"), ("31/2/2020", nil),
        ("12/31/2020", nil), ("2013", nil), ("tháng 3/2013", nil), ("5/3", nil),
        ("5/3/2013/1", nil),
        ("+5/3/2013", nil), ("5/3/013", nil), ("", nil),
    ])
    func `reads days with the day first`(text: String, day: String?) {
        #expect(DateText.read(text, latestYear: 2020)?.iso == day)
    }

    @Test(arguments: [
        (44196, "2020-12-31"), (61, "1900-03-01"), (60, nil), (1, nil), (2_958_465, "9999-12-31"),
        (2_958_466, nil),
    ])
    func `reads days that a spreadsheet keeps as numbers`(serial: Int, day: String?) {
        #expect(DateText.day(ofSerial: serial)?.iso == day)
    }
}
