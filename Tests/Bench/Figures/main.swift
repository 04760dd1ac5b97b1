import Compute
import DatasetModel
import Diagnostics
import Foundation
import Ingest
import PeriodModel
import StatisticsModel

/// Reads a period, then makes all of its figures again and again: `figure-bench PERIOD [RUNS]`.
///
/// Prints the CPU time of one run, the median of all; reading is not counted.
private func file(_ url: URL, _ path: String) -> SourceText {
    guard let data = try? Data(contentsOf: url) else {
        FileHandle.standardError.write(Data("cannot read \(url.path)\n".utf8))
        exit(1)
    }
    return SourceText(path: path, bytes: Array(data))
}

private func period(_ folder: URL, _ current: PeriodSettings?) -> PeriodData? {
    var log = DiagnosticLog()
    let settingsFile = file(folder.appendingPathComponent("report.yaml"), "report.yaml")
    guard var settings = Ingest.readSettings(from: settingsFile, log: &log) else { return nil }
    if let current { settings = settings.adopting(current) }
    let submissions = folder.appendingPathComponent("submissions")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: submissions.path)) ?? []
    let dataset = Ingest.readDataset(
        from: names.sorted().map { file(submissions.appendingPathComponent($0), $0) },
        settings: settings,
        settingsFile: settingsFile,
        log: &log
    )
    return PeriodData(settings: settings, dataset: dataset)
}

private func cpuMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

private let arguments = CommandLine.arguments
guard arguments.count > 1, let now = period(URL(fileURLWithPath: arguments[1]), nil) else {
    print("figure-bench PERIOD [RUNS]")
    exit(2)
}
private let before = now.settings.previous.flatMap {
    period(URL(fileURLWithPath: arguments[1]).appendingPathComponent($0), now.settings)
}
private let runs = arguments.count > 2 ? Int(arguments[2]) ?? 200 : 200
private var readings: [Double] = []
private var count = 0
for _ in 0..<max(1, runs) {
    var log = DiagnosticLog()
    let start = cpuMilliseconds()
    let statistics = Compute.statistics(of: now, previous: before, log: &log)
    readings.append(cpuMilliseconds() - start)
    count = statistics.figures.count
}
readings.sort()
print(
    String(
        format:
            "all %d figures of %d organisations: %.2f ms of CPU (%.2f to %.2f)   goal: at most 5 ms",
        count,
        now.dataset.rows.count,
        readings[readings.count / 2],
        readings[0],
        readings[readings.count - 1]
    )
)
