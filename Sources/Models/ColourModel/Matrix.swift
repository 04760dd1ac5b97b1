/// A colour as amounts of X, Y and Z.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
    var z: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }
}

/// Three by three, row by row.
struct Matrix: Hashable, Sendable {
    private(set) var rows: [Double]

    init(rows: [Double]) {
        self.rows = rows
    }

    /// Of three points.
    init(columns: [Point]) {
        rows = columns.map(\.x) + columns.map(\.y) + columns.map(\.z)
    }

    func applied(to point: Point) -> Point {
        func row(_ start: Int) -> Double {
            rows[start] * point.x + rows[start + 1] * point.y + rows[start + 2] * point.z
        }
        return Point(row(0), row(3), row(6))
    }

    func multiplied(by other: Matrix) -> Matrix {
        Matrix(
            columns: (0..<3).map { column in
                applied(
                    to: Point(other.rows[column], other.rows[column + 3], other.rows[column + 6])
                )
            }
        )
    }

    func scaled(columnsBy amounts: Point) -> Matrix {
        let factors = [amounts.x, amounts.y, amounts.z]
        return Matrix(rows: rows.enumerated().map { $1 * factors[$0 % 3] })
    }

    /// `nil` where points of space fall together.
    var inverse: Matrix? {
        func minor(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
            rows[a] * rows[d] - rows[b] * rows[c]
        }
        let adjugate = [
            minor(4, 5, 7, 8), minor(2, 1, 8, 7), minor(1, 2, 4, 5),
            minor(5, 3, 8, 6), minor(0, 2, 6, 8), minor(2, 0, 5, 3),
            minor(3, 4, 6, 7), minor(1, 0, 7, 6), minor(0, 1, 3, 4),
        ]
        let determinant = rows[0] * adjugate[0] + rows[1] * adjugate[3] + rows[2] * adjugate[6]
        guard abs(determinant) > 1e-9 else { return nil }
        return Matrix(rows: adjugate.map { $0 / determinant })
    }

    func isNear(_ other: Matrix, within distance: Double) -> Bool {
        zip(rows, other.rows).allSatisfy { abs($0 - $1) <= distance }
    }

    /// Bradford's way from one white to D50 (ICC.1:2010, annex E).
    static func adaptation(fromWhite white: Point) -> Matrix? {
        let cones = Matrix(
            rows: [0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296]
        )
        let from = cones.applied(to: white)
        let to = cones.applied(to: Point(0.9642, 1, 0.8249))
        guard from.x > 0, from.y > 0, from.z > 0, let back = cones.inverse else { return nil }
        let gains = Matrix(rows: [to.x / from.x, 0, 0, 0, to.y / from.y, 0, 0, 0, to.z / from.z])
        return back.multiplied(by: gains.multiplied(by: cones))
    }
}
