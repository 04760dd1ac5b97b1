import Foundation
import FuzzTargets
import TestSupport
import Testing

struct Corpus {
    @Test(arguments: FuzzTargets.Name.allCases)
    func `reads all that fuzzing kept without a crash and with words for each doubt`(
        name: FuzzTargets.Name
    ) throws {
        let targets = try #require(FuzzTargets(project: projectRoot.path))
        let folder = projectRoot.appendingPathComponent("Fixtures/fuzz/\(name.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files.count > 10)
        for file in files {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
            let fault = targets.run(name, bytes)
            #expect(fault == nil, "\(name.rawValue)/\(file)")
        }
    }
}
