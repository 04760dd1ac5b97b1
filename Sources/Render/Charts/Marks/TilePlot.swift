import DocumentModel
import Vocabulary

/// A square for each unit at its place on a grid, with its name and figure, the darker the larger.
struct TilePlot: Plot {
    private let plan: MarkPlan
    private let tiles: TileLetters
    private let classes: ShadeClasses
    private let side: Double
    private let left: Double

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        Double(columns(plan.spec)) * plan.lettering.size * 6
    }

    /// Whether every name and figure is read on its square, and no square is on another one.
    static func fits(_ spec: ChartSpec, width: Double, lettering: Lettering) -> Bool {
        guard spec.tiles.count == spec.categories.count, Set(spec.tiles).count == spec.tiles.count,
            spec.tiles.allSatisfy({ (1...40).contains($0.column) && (1...40).contains($0.row) }),
            spec.seriesCount == 1
        else { return false }
        let side = side(spec, width: width, lettering: lettering)
        return TileLetters(spec, side: side, lettering: lettering) != nil
    }

    init(_ plan: MarkPlan, width: Double) {
        let side = Self.side(plan.spec, width: width, lettering: plan.lettering)
        self.plan = plan
        self.side = side
        left = (width - side * Double(Self.columns(plan.spec))) / 2
        tiles =
            TileLetters(plan.spec, side: side, lettering: plan.lettering)
            ?? TileLetters(empty: plan.lettering)
        classes = ShadeClasses(plan.spec, lettering: plan.lettering, width: width)
    }

    var height: Double {
        let rows = plan.spec.tiles.map(\.row).max() ?? 0
        return Double(rows - firstRow + 1) * side + classes.height
    }

    func elements(of panel: Int, left edge: Double, top: Double) -> [Scene.Element] {
        var elements: [Scene.Element] = []
        var bottom = top
        for (category, tile) in plan.spec.tiles.enumerated() {
            let x = edge + left + Double(tile.column - firstColumn) * side
            let y = top + Double(tile.row - firstRow) * side
            let point = plan.spec.panels[panel].points(of: category).first ?? nil
            let fill = point.map { classes.ink(of: $0.position) }
            elements.append(
                .rectangle(
                    Scene.Rectangle(
                        x: x + 1,
                        y: y + 1,
                        width: side - 2,
                        height: side - 2,
                        fill: fill ?? .paper,
                        outline: fill == nil ? Scene.Stroke(.rule, width: 0.5) : nil
                    )
                )
            )
            elements += tiles.elements(
                of: category,
                figure: point?.label ?? plan.spec.unknown,
                x: x + side / 2,
                middle: y + side / 2,
                ink: Ink.text(on: fill ?? .paper)
            )
            bottom = max(bottom, y + side)
        }
        return elements + classes.elements(middle: edge + left + gridWidth / 2, top: bottom)
    }

    private var gridWidth: Double { side * Double(Self.columns(plan.spec)) }
    private var firstColumn: Int { plan.spec.tiles.map(\.column).min() ?? 1 }
    private var firstRow: Int { plan.spec.tiles.map(\.row).min() ?? 1 }

    private static func columns(_ spec: ChartSpec) -> Int {
        let columns = spec.tiles.map(\.column)
        return (columns.max() ?? 1) - (columns.min() ?? 1) + 1
    }

    private static func side(_ spec: ChartSpec, width: Double, lettering: Lettering) -> Double {
        min(width / Double(columns(spec)), lettering.size * 4.8)
    }
}
