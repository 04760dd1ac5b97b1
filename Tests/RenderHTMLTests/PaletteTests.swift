import Foundation
import Testing
import ThemeModel

/// The colours of the page, read from its style sheet.
@Suite struct `The colours` {
    @Test(arguments: ["light", "dark"])
    func `of text stand out from every ground`(mode: String) throws {
        let colours = try #require(palettes()[mode])
        for ground in ["ground", "head", "total"] {
            for ink in ["text", "secondary", "link"] {
                let ratio = try contrast(colours, ink, ground)
                // Secondary text and links stand on the plain ground only.
                #expect(ratio >= 4.5 || (ground != "ground" && ink != "text"), "\(ink) \(ratio)")
            }
        }
        #expect(try contrast(colours, "ground", "negative") >= 4.5)
    }

    @Test(arguments: ["light", "dark"])
    func `of the first two series differ in lightness`(mode: String) throws {
        let colours = try #require(palettes()[mode])
        #expect(try contrast(colours, "series0", "series1") >= 2)
        #expect(try contrast(colours, "series0", "ground") >= 3)
    }

    /// Variables by mode: the first block is for paper, the one after `dark)` for dark screens.
    private func palettes() -> [String: [String: Colour]] {
        let halves = page(of: emptyDocument()).components(separatedBy: "prefers-color-scheme: dark")
        return ["light": variables(in: halves[0]), "dark": variables(in: halves[1])]
    }

    private func variables(in sheet: String) -> [String: Colour] {
        let pairs = sheet.components(separatedBy: "--").dropFirst().compactMap { part in
            let words = part.split(separator: ":", maxSplits: 1).map(String.init)
            return words.count < 2
                ? nil
                : Colour(hex: String(words[1].dropFirst().prefix(7))).map { (words[0], $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func contrast(
        _ colours: [String: Colour],
        _ first: String,
        _ second: String
    ) throws -> Double {
        let levels = try [first, second].map { luminance(try #require(colours[$0])) }.sorted()
        return (levels[1] + 0.05) / (levels[0] + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    private func luminance(_ colour: Colour) -> Double {
        let parts = [colour.red, colour.green, colour.blue].map { level in
            let part = Double(level) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
