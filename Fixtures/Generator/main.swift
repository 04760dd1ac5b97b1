// Makes the submissions of the synthetic fixture: `fixture-generator FIXTURES-FOLDER`,
// or one submission of any size for the benchmark: `fixture-generator ROWS FILE`.
import Glibc

let arguments = CommandLine.arguments
if arguments.count == 3, let rows = Int(arguments[1]) {
    var table = LargeTable(seed: 2020)
    guard table.write(rows: rows, to: arguments[2]) else {
        perror(arguments[2])
        exit(2)
    }
    print("\(rows) rows, \(table.badValues) bad values: \(arguments[2])")
    exit(0)
}
guard arguments.count == 2 else {
    print("usage: fixture-generator FIXTURES-FOLDER | ROWS FILE")
    exit(2)
}

var random = SplitMix64(seed: 2020)
let register = makeRegister(from: &random)
let now = makeReportsNow(of: register, from: &random)
let before = makeReportsBefore(of: register, now: now, from: &random)
for (period, reports) in [("an-giang-2020", now), ("an-giang-2019", before)] {
    let folder = "\(arguments[1])/\(period)/submissions"
    for file in submissionFiles(of: reports) {
        guard write(file.text, to: "\(folder)/\(file.name).csv") else {
            perror("\(folder)/\(file.name).csv")
            exit(2)
        }
    }
}
