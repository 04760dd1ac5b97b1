import DocumentModel
import Foundation
import TestSupport
import Testing

/// What Chromium makes of the sample page.
@Suite struct `A browser` {
    @Test(arguments: Browser.widths)
    func `never scrolls the page sideways`(width: Int) throws {
        let seen = try #require(try Browser.sample.get()[width])
        #expect(seen["inner"] == "\(width)")
        #expect(seen["overflow"] == "0")
    }

    @Test(arguments: Browser.widths)
    func `finds no fault and asks nothing of the network`(width: Int) throws {
        let seen = try #require(try Browser.sample.get()[width])
        #expect(seen["requests"] == "0")
        #expect(seen["faults"] == "0")
        #expect(seen["scripts"] == "0")
    }

    @Test(arguments: [(360, "narrow"), (1280, "wide")])
    func `shows one drawing of each chart with legible text`(width: Int, shown: String) throws {
        let seen = try #require(try Browser.sample.get()[width])
        #expect(seen["drawings"] == Array(repeating: shown, count: 5).joined(separator: ","))
        let pixels = try #require(seen["letters"].flatMap(Double.init))
        #expect(pixels >= 12)
    }

    @Test func `reads names exactly as they are`() throws {
        let seen = try #require(try Browser.sample.get()[360])
        // Only NUL cannot stand in HTML.
        let name = hostileName.replacingOccurrences(of: "\u{0}", with: "\u{FFFD}")
        #expect(seen["name"] == name)
    }

    @Test func `never scrolls sideways for endless words`() throws {
        let word = String(repeating: "x", count: 200)
        var document = emptyDocument([
            .contents, .heading(Heading(level: 1, number: "I.", text: [.text(word)], anchor: "a")),
            .paragraph(Paragraph([.link(.anchor("a"), [.text(word)])])),
            .list(List(marker: .dash, items: [List.Item(text: [.text(word)])])),
            .table(
                Table(
                    anchor: "b",
                    label: word,
                    caption: word,
                    unit: word,
                    columns: [.init(.leading, isRowHeader: true), .init(.decimal)],
                    head: [[.init(word), .init(word)]],
                    rows: [.init([word, word]), .init([word], kind: .group)],
                    notes: [word, word],
                    source: word,
                    isWide: true
                )
            ),
        ])
        document.form.agency = [word]
        document.form.number = word
        document.form.subject = word
        document.form.addressees = [word]
        document.closing.recipients = [word]
        document.closing.position = [word]
        document.metadata.producer = word
        for (width, seen) in try Browser.look(at: page(of: document)) {
            #expect(seen["overflow"] == "0", "at \(width)")
        }
    }

    @Test func `sees faults where there are some`() throws {
        let page =
            "<!DOCTYPE html><meta http-equiv=Content-Security-Policy"
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            + "<img src=x.png><p style=width:2000px>x"
            + "<script>1</script>"
        let seen = try #require(try Browser.look(at: page)[360])
        #expect(seen["overflow"] != "0")
        #expect(seen["faults"] != "0")
        #expect(seen["scripts"] == "1")
    }
}

/// Runs Chromium without a window.
private enum Browser {
    static let widths = [320, 360, 768, 1280]

    /// The sample page, looked at once for all tests.
    static let sample = Result { try look(at: page(of: sampleDocument)) }

    /// What is seen at each width. The page stands in frames of another page, since a window of
    /// Chromium cannot be as narrow as a phone.
    static func look(at html: String) throws -> [Int: [String: String]] {
        try withScratchFolder { folder in
            try Data(html.utf8).write(to: folder.appendingPathComponent("page.html"))
            let outer = folder.appendingPathComponent("outer.html")
            try Data(outerPage.utf8).write(to: outer)
            let result = try run(
                "chromium",
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                    "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1600,900",
                    "--user-data-dir=\(folder.path)/profile", "--enable-logging=stderr",
                    "--virtual-time-budget=5000", "--dump-dom", outer.absoluteString,
                ]
            )
            let faults = result.errorText.components(separatedBy: "CONSOLE").count - 1
            return reports(in: result.text, moreFaults: faults)
        }
    }

    /// Lines of `width key=value`, the values percent-encoded.
    private static func reports(in text: String, moreFaults: Int) -> [Int: [String: String]] {
        var reports: [Int: [String: String]] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("seen ") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, let width = Int(words[1]) else { continue }
            let pair = words[2].components(separatedBy: "=")
            reports[width, default: [:]][pair[0]] = pair[1].removingPercentEncoding
        }
        if moreFaults > 0 {
            for width in reports.keys { reports[width]?["faults"] = "\(moreFaults) in console" }
        }
        return reports
    }

    private static let outerPage = """
        <!DOCTYPE html><meta charset="utf-8">
        <pre id="report"></pre>
        <script>
        for (const width of [\(widths.map(String.init).joined(separator: ","))]) {
            const frame = document.createElement("iframe");
            frame.style = `width:${width}px;height:800px;border:0`;
            frame.src = "page.html";
            frame.addEventListener("load", () => report(width, frame.contentWindow));
            document.body.append(frame);
        }
        function report(width, view) {
            const page = view.document, root = page.documentElement;
            const drawings = [...page.querySelectorAll("svg")]
                .filter(svg => svg.getBoundingClientRect().width > 0);
            const letters = drawings.flatMap(svg => [...svg.querySelectorAll("text")])
                .map(text => parseFloat(view.getComputedStyle(text).fontSize)
                    * text.getScreenCTM().a);
            const requests = view.performance.getEntriesByType("resource")
                .filter(entry => !entry.name.startsWith("data:"));
            const seen = {
                inner: view.innerWidth, overflow: root.scrollWidth - root.clientWidth,
                requests: requests.length, faults: 0, scripts: page.scripts.length,
                drawings: drawings.map(svg => svg.getAttribute("class")).join(","),
                letters: Math.min(...letters),
                name: page.querySelector(".annex tbody tr:nth-child(4) th")?.textContent ?? "",
            };
            document.getElementById("report").textContent += Object.entries(seen)
                .map(([key, value]) => `\\nseen ${width} ${key}=${encodeURIComponent(value)}`)
                .join("") + "\\n";
        }
        </script>
        """
}
