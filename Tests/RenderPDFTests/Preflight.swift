import Foundation
import TestSupport

/// What PDFBox Preflight says of a file: `nil` when it is a valid PDF/A-1b, else its words.
func preflightFaults(_ bytes: [UInt8]) throws -> String? {
    let jars = [
        "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io",
        "javax.activation", "jaxb-api",
    ]
    let path = jars.map { "/usr/share/java/\($0).jar" }.joined(separator: ":")
    return try withScratchFolder { folder in
        let file = folder.appendingPathComponent("file.pdf")
        try Data(bytes).write(to: file)
        let verdict = try run(
            "java",
            ["-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", file.path]
        )
        let isValid = verdict.status == 0 && verdict.text.contains("is a valid PDF/A-1b file")
        return isValid ? nil : verdict.text + verdict.errorText
    }
}
