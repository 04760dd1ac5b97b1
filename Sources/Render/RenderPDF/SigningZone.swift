/// A place on a page that is kept free for a digital signature to be shown (Nghị định 30/2020/NĐ-CP, Phụ lục I,
/// Phần II, mục 7 và 8).
package struct SigningZone: Sendable, Hashable {
    /// Who signs there.
    package enum Kind: String, Sendable, CaseIterable {
        /// The signer's hand: blue, between position and name.
        case signature
        /// The agency's seal: red, in its real size, over a third of the signature at its left.
        case seal
        /// Number and time of signing of an annex that is issued as a file of its own: in black at the top right.
        case attachment
    }

    package var kind: Kind
    /// From 1.
    package var page: Int
    /// Whole points from the lower left corner of the page, never more than what is free.
    package var left: Int
    package var bottom: Int
    package var right: Int
    package var top: Int
}

/// A zone from the top left of its flow box, later of its page, in points.
struct ZonePlace {
    var kind: SigningZone.Kind
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func moved(x deltaX: Double, y deltaY: Double) -> ZonePlace {
        var place = self
        place.x += deltaX
        place.y += deltaY
        return place
    }
}

extension PagedDocument {
    /// The zones of all pages, in their order.
    var signingZones: [SigningZone] {
        pages.enumerated().flatMap { index, page in
            page.zones.map { zone in
                SigningZone(
                    kind: zone.kind,
                    page: index + 1,
                    left: Int(zone.x.rounded(.up)),
                    bottom: Int((page.height - zone.y - zone.height).rounded(.up)),
                    right: Int((zone.x + zone.width).rounded(.down)),
                    top: Int((page.height - zone.y).rounded(.down))
                )
            }
        }
    }
}
