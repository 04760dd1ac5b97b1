package import Vocabulary

/// One document, before any layout: PDF and HTML are both made from it.
///
/// It knows headings, tables and figures; it knows no points, pages or CSS.
package struct Document: Sendable {
    package var metadata: Metadata
    package var form: OfficialForm
    /// The body up to the signature.
    package var body: [Block]
    package var closing: Closing
    package var annexes: [Annex]
    /// `nil` for a document that may be signed.
    package var draft: Draft?
    /// The words that renderers themselves put on the page.
    package var words: FixedWords
    /// What links to figures lead to; `nil` where there is nothing to lead to, and they are words only.
    package var sources: FigureSources?

    package init(
        metadata: Metadata,
        form: OfficialForm,
        body: [Block],
        closing: Closing,
        annexes: [Annex] = [],
        draft: Draft? = nil,
        words: FixedWords
    ) {
        self.metadata = metadata
        self.form = form
        self.body = body
        self.closing = closing
        self.annexes = annexes
        self.draft = draft
        self.words = words
    }
}

/// What catalogues ask of a document.
package struct Metadata: Sendable, Hashable {
    package var title: String
    package var author: String
    package var subject: String
    package var keywords: [String]
    /// BCP 47, such as `vi-VN`.
    package var language: String
    /// The day that stands for "made on": never the clock's.
    package var date: CalendarDate
    /// Name and version of this program.
    package var producer: String
    /// For whom it is, in the word of the command line; `nil` where that is not told.
    package var audience: String?

    package init(
        title: String,
        author: String,
        subject: String,
        keywords: [String] = [],
        language: String,
        date: CalendarDate,
        producer: String,
        audience: String? = nil
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.language = language
        self.date = date
        self.producer = producer
        self.audience = audience
    }
}

/// A document that must not be signed yet.
package struct Draft: Sendable, Hashable {
    /// Marked on each page: `DỰ THẢO`.
    package var mark: String

    package init(mark: String) {
        self.mark = mark
    }
}

/// Words from the templates that renderers set around the content.
package struct FixedWords: Sendable, Hashable {
    /// Heading of the contents list.
    package var contents: String
    /// Before the source of a table or chart: `Nguồn`.
    package var source: String
    /// Before the unit line of a table or chart: `Đơn vị tính`.
    package var unit: String
    /// Before notes under a table: `Ghi chú`.
    package var note: String
    /// For screen readers: the data table of a chart, `Số liệu của biểu đồ`.
    package var chartData: String
    /// For screen readers: `Chuyển đến nội dung chính`.
    package var skipToContent: String
    /// For readers of the page: `Trang` before a page number in lists.
    package var page: String
    /// Before what an annex comes after, in the contents list: `sau`; empty for none.
    package var after: String
    /// After the caption of a chart that goes on over pages: `(tiếp theo)`.
    package var continued: String
    /// What the files inside a document are called.
    package var dataFiles: DataFileWords

    package init(
        contents: String,
        source: String,
        unit: String,
        note: String,
        chartData: String,
        skipToContent: String,
        page: String,
        after: String = "",
        continued: String = "",
        dataFiles: DataFileWords = DataFileWords()
    ) {
        self.contents = contents
        self.source = source
        self.unit = unit
        self.note = note
        self.chartData = chartData
        self.skipToContent = skipToContent
        self.page = page
        self.after = after
        self.continued = continued
        self.dataFiles = dataFiles
    }
}
