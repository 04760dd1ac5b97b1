// Makes the submissions of the synthetic fixture: `fixture-generator FIXTURES-FOLDER`.
import Glibc

guard CommandLine.arguments.count == 2 else {
    print("usage: fixture-generator FIXTURES-FOLDER")
    exit(2)
}

var random = SplitMix64(seed: 2020)
let register = makeRegister(from: &random)
let now = makeReportsNow(of: register, from: &random)
let before = makeReportsBefore(of: register, now: now, from: &random)
for (period, reports) in [("an-giang-2020", now), ("an-giang-2019", before)] {
    let folder = "\(CommandLine.arguments[1])/\(period)/submissions"
    for file in submissionFiles(of: reports) {
        guard write(file.text, to: "\(folder)/\(file.name).csv") else {
            perror("\(folder)/\(file.name).csv")
            exit(2)
        }
    }
}
