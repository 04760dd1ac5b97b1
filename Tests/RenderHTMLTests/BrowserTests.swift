import Foundation
import TestSupport
import Testing

/// What Chromium makes of the sample page.
@Suite(.serialized) struct `A browser` {
    @Test(arguments: [320, 360, 768, 1280])
    func `never scrolls the page sideways`(width: Int) throws {
        let seen = try look(at: page(of: sampleDocument), width: width)
        #expect(seen.contains("inner=\(width) overflow=0 "), "\(seen.prefix(400))")
    }

    @Test func `finds no fault and asks nothing of the network`() throws {
        let seen = try look(at: page(of: sampleDocument), width: 360)
        #expect(seen.contains("resources=0"))
        #expect(seen.contains("faults=0"))
    }

    @Test func `reads names exactly as they are`() throws {
        let seen = try look(at: page(of: sampleDocument), width: 360)
        #expect(seen.contains("A*B &lt;script&gt;alert(\"x\")&lt;/script&gt; &amp; 'Con' &amp;lt;"))
        #expect(seen.contains("scripts=0"))
    }

    @Test(arguments: [(360, "narrow"), (1280, "wide")])
    func `shows one drawing of each chart with legible text`(width: Int, shown: String) throws {
        let seen = try look(at: page(of: sampleDocument), width: width)
        #expect(seen.contains("drawings=\(shown),\(shown),\(shown),\(shown),\(shown)"))
        let letters = try #require(seen.range(of: "letters="))
        let size = try #require(Double(seen[letters.upperBound...].prefix { $0 != " " }))
        #expect(size >= 11)
    }

    /// The report of a page around the one under test, which stands in a frame of `width` pixels:
    /// a window of Chromium cannot be as narrow as a phone.
    private func look(at html: String, width: Int) throws -> String {
        try withScratchFolder { folder in
            try Data(html.utf8).write(to: folder.appendingPathComponent("page.html"))
            let outer = folder.appendingPathComponent("outer.html")
            try Data(Self.outerPage(width: width).utf8).write(to: outer)
            let result = try run(
                "chromium",
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                    "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1600,900",
                    "--user-data-dir=\(folder.path)/profile", "--enable-logging=stderr",
                    "--virtual-time-budget=5000", "--dump-dom", outer.absoluteString,
                ]
            )
            let faults = result.errorText.split(separator: "\n").filter { $0.contains("CONSOLE") }
            #expect(faults.isEmpty, "\(faults)")
            return result.text
        }
    }

    private static func outerPage(width: Int) -> String {
        """
        <!DOCTYPE html><meta charset="utf-8">
        <iframe id="f" src="page.html" style="width:\(width)px;height:800px;border:0"></iframe>
        <pre id="r"></pre>
        <script>
        let faults = 0;
        addEventListener("error", () => faults++);
        document.getElementById("f").addEventListener("load", event => {
            const view = event.target.contentWindow, page = view.document;
            view.addEventListener("error", () => faults++);
            view.addEventListener("securitypolicyviolation", () => faults++);
            const root = page.documentElement;
            const overflow = root.scrollWidth - root.clientWidth;
            const drawings = [...page.querySelectorAll("svg")]
                .filter(svg => svg.getBoundingClientRect().width > 0);
            const letters = drawings.flatMap(svg => [...svg.querySelectorAll("text")])
                .map(text => 10 * text.getScreenCTM().a);
            const requests = view.performance.getEntriesByType("resource")
                .filter(entry => !entry.name.startsWith("data:"));
            document.getElementById("r").textContent =
                `inner=${view.innerWidth} overflow=${overflow} ` +
                `resources=${requests.length} faults=${faults} ` +
                `scripts=${page.scripts.length} ` +
                `drawings=${drawings.map(svg => svg.getAttribute("class")).join(",")} ` +
                `letters=${Math.min(...letters)} \\n` + page.body.textContent;
        });
        </script>
        """
    }
}
