import ChartGallery
import TestSupport
import Testing

/// One picture for each chart of the gallery; open the goldens to look at them.
@Suite struct `The gallery of charts` {
    @Test(arguments: gallery.keys.sorted())
    func `shows each kind with usual and with hard data`(name: String) throws {
        expectGolden(svg(of: drawn(try #require(gallery[name]))), "\(name).svg")
    }
}
