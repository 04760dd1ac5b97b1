// swift-tools-version: 6.1
import PackageDescription

/// Settings of every target: what is imported, from where and how far it reaches is always written down.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-warnings-as-errors"]),
]

/// A stage or a noun module: `folder` is its place under `Sources/`, `uses` is all it may import.
func module(_ name: String, in folder: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, path: "Sources/\(folder)", swiftSettings: strict)
}

func tests(_ name: String, of uses: [Target.Dependency]) -> Target {
    .testTarget(
        name: name,
        dependencies: uses + ["TestSupport"],
        path: "Tests/\(name)",
        exclude: ["Goldens"],
        swiftSettings: strict
    )
}

let package = Package(
    name: "baocao",
    products: [.executable(name: "baocao", targets: ["baocao"])],
    dependencies: [
        // The command line: flags, help and usage errors.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        // C libraries from Debian, one line each with its reason.
        // Draws pages and shapes text; fontconfig pins the faces.
        .systemLibrary(
            name: "CCairoPango",
            path: "Sources/System/CCairoPango",
            pkgConfig: "pangocairo"
        ),
        // Reads CommonMark texts with source positions.
        .systemLibrary(name: "CCommonMark", path: "Sources/System/CCommonMark"),
        // libyaml: settings with marks, and no Foundation in the binary (start in a few ms).
        .systemLibrary(name: "CYaml", path: "Sources/System/CYaml"),
        // libcrypto: SHA-256 and SHA-512 with the processor's instructions; messages of signatures.
        .systemLibrary(name: "COpenSSL", path: "Sources/System/COpenSSL"),
        // Reads JSON that others may have written: strict, refuses keys that stand twice.
        .systemLibrary(name: "CJansson", path: "Sources/System/CJansson"),
        // zlib: page contents are unpacked, marked and packed again for the archive profile; profiles in PNG.
        .systemLibrary(name: "CZlib", path: "Sources/System/CZlib"),
        // Tells encodings of other scripts by the frequencies of their letters.
        .systemLibrary(name: "CUchardet", path: "Sources/System/CUchardet"),

        // libarchive and libxml2 for workbooks, looked up when the first one is opened: linked, they and
        // what they need would cost every start of the program 1,4 ms.
        .target(
            name: "CWorkbook",
            path: "Sources/System/CWorkbook",
            cSettings: [.unsafeFlags(["-I/usr/include/libxml2", "-Wall", "-Wextra", "-Werror"])]
        ),

        // Exchanges two paths at once (renameat2).
        .systemLibrary(name: "CLinux", path: "Sources/System/CLinux"),

        // Finds delimiters and line ends 64 bytes at a time, with instructions that Swift has no words for.
        // Always optimised: tests of large files would take minutes. What is no vector stays none.
        .target(
            name: "CByteMarks",
            path: "Sources/System/CByteMarks",
            cSettings: [
                .unsafeFlags(["-O2", "-fno-slp-vectorize", "-Wall", "-Wextra", "-Werror"])
            ]
        ),

        // Basics: words that every stage speaks.
        module("Diagnostics", in: "Basics/Diagnostics"),
        module("Vocabulary", in: "Basics/Vocabulary"),
        module("SettingsKit", in: "Basics/SettingsKit", uses: ["Diagnostics", "CYaml"]),

        // Models: the nouns that pass between the stages.
        module("PeriodModel", in: "Models/PeriodModel", uses: ["Vocabulary", "Diagnostics"]),
        module(
            "DatasetModel",
            in: "Models/DatasetModel",
            uses: ["PeriodModel", "Vocabulary", "Diagnostics"]
        ),
        module("StatisticsModel", in: "Models/StatisticsModel", uses: ["Vocabulary"]),
        module("ThemeModel", in: "Models/ThemeModel"),
        module("ColourModel", in: "Models/ColourModel"),
        module(
            "DocumentModel",
            in: "Models/DocumentModel",
            uses: ["Vocabulary", "Diagnostics", "ColourModel"]
        ),

        // The stages, in their order.
        module(
            "Ingest",
            in: "Ingest",
            uses: [
                "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "DatasetModel",
                "WorkbookKit", "CharsetKit", "CByteMarks",
            ]
        ),
        module(
            "Compute",
            in: "Compute",
            uses: ["Diagnostics", "Vocabulary", "PeriodModel", "DatasetModel", "StatisticsModel"]
        ),
        module(
            "Compose",
            in: "Compose",
            uses: [
                "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "DatasetModel",
                "StatisticsModel", "ThemeModel", "ColourModel", "DocumentModel", "CCommonMark",
                "CZlib",
            ]
        ),
        module("Charts", in: "Render/Charts", uses: ["Vocabulary", "ThemeModel", "DocumentModel"]),
        module(
            "RenderPDF",
            in: "Render/RenderPDF",
            uses: [
                "Diagnostics", "Vocabulary", "ThemeModel", "ColourModel", "DocumentModel", "Charts",
                "CairoKit", "CZlib",
            ]
        ),
        module(
            "RenderHTML",
            in: "Render/RenderHTML",
            uses: ["Diagnostics", "Vocabulary", "ThemeModel", "DocumentModel", "Charts"]
        ),
        module(
            "RenderData",
            in: "Render/RenderData",
            uses: ["Vocabulary", "PeriodModel", "StatisticsModel"]
        ),
        module(
            "Archive",
            in: "Archive",
            uses: [
                "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "JSONKit",
                "SignatureKit",
                "COpenSSL", "CZlib",
            ]
        ),
        module("Ruler", in: "Ruler", uses: ["Diagnostics"]),

        // Effects: C handles, the file system, the clock, the command line.
        module("WorkbookKit", in: "System/WorkbookKit", uses: ["CWorkbook", "Vocabulary"]),
        module("JSONKit", in: "System/JSONKit", uses: ["CJansson"]),
        module("CharsetKit", in: "System/CharsetKit", uses: ["CUchardet"]),
        module("SignatureKit", in: "System/SignatureKit", uses: ["COpenSSL"]),
        module(
            "CairoKit",
            in: "System/CairoKit",
            uses: ["CCairoPango", "ThemeModel", "ColourModel"]
        ),
        module(
            "Pipeline",
            in: "Pipeline",
            uses: [
                "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "DatasetModel",
                "StatisticsModel", "ThemeModel", "DocumentModel", "Ingest", "Compute", "Compose",
                "Charts", "RenderPDF", "RenderHTML", "RenderData", "Archive", "Ruler", "CairoKit",
                "JSONKit", "SignatureKit", "CLinux",
            ]
        ),
        .executableTarget(
            name: "baocao",
            dependencies: [
                "Pipeline", "PeriodModel", "Diagnostics", "Vocabulary", "Archive", "Ruler",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/baocao",
            swiftSettings: strict
        ),

        // Makes the fixture's submissions from a seed.
        .executableTarget(
            name: "fixture-generator",
            path: "Fixtures/Generator",
            swiftSettings: strict
        ),

        // Tests, one target for each module that has behaviour of its own.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("DiagnosticsTests", of: ["Diagnostics"]),
        tests("VocabularyTests", of: ["Vocabulary"]),
        tests("SettingsKitTests", of: ["SettingsKit", "Diagnostics"]),
        tests(
            "IngestTests",
            of: [
                "Ingest", "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "DatasetModel",
                "WorkbookKit", "CByteMarks",
            ]
        ),
        tests("WorkbookKitTests", of: ["WorkbookKit"]),
        tests(
            "ComputeTests",
            of: [
                "Compute", "Diagnostics", "Vocabulary", "PeriodModel", "DatasetModel",
                "StatisticsModel", "RenderData",
            ]
        ),
        tests(
            "ComposeTests",
            of: [
                "Compose", "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel",
                "DatasetModel", "StatisticsModel", "ThemeModel", "ColourModel", "DocumentModel",
                "Compute",
            ]
        ),
        tests("ColourModelTests", of: ["ColourModel"]),
        // Charts to look at: drawn by `ChartsTests`, set on pages by `RenderPDFTests`.
        .target(
            name: "ChartGallery",
            dependencies: ["DocumentModel", "Vocabulary"],
            path: "Tests/ChartGallery",
            swiftSettings: strict
        ),
        tests(
            "ChartsTests",
            of: ["ChartGallery", "Charts", "Vocabulary", "ThemeModel", "DocumentModel"]
        ),
        tests("CairoKitTests", of: ["CairoKit", "ThemeModel"]),
        tests(
            "RenderPDFTests",
            of: [
                "RenderPDF", "Diagnostics", "Vocabulary", "ThemeModel", "ColourModel",
                "DocumentModel", "Charts", "CairoKit", "CCairoPango", "ChartGallery",
            ]
        ),
        tests(
            "RenderHTMLTests",
            of: [
                "RenderHTML", "Diagnostics", "Vocabulary", "ThemeModel", "DocumentModel", "Charts",
            ]
        ),
        tests(
            "RenderDataTests",
            of: ["RenderData", "Vocabulary", "StatisticsModel"]
        ),
        tests("RulerTests", of: ["Ruler", "Diagnostics"]),
        tests(
            "ArchiveTests",
            of: [
                "Archive", "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "JSONKit",
                "SignatureKit",
            ]
        ),
        tests(
            "PipelineTests",
            of: [
                "Pipeline", "Diagnostics", "Vocabulary", "PeriodModel", "DatasetModel",
                "StatisticsModel", "ThemeModel", "DocumentModel", "Archive", "SignatureKit",
            ]
        ),
        tests("ArchitectureTests", of: []),

        // What is fuzzed; the tests feed it with the corpus that fuzzing kept.
        .target(
            name: "FuzzTargets",
            dependencies: ["Ingest", "DatasetModel", "PeriodModel", "Diagnostics"],
            path: "Tests/Fuzz/Targets",
            swiftSettings: strict
        ),
        tests("FuzzTests", of: ["FuzzTargets"]),
    ]
)

// Fuzzing needs a build of its own, with coverage in every module: `make fuzz`.
if Context.environment["BAOCAO_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: ["FuzzTargets"],
            path: "Tests/Fuzz/Driver",
            swiftSettings: strict
        )
    )
}
