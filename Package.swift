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
        // libcrypto: SHA-256 with the processor's instructions.
        .systemLibrary(name: "COpenSSL", path: "Sources/System/COpenSSL"),
        // zlib: page contents are unpacked, marked and packed again for the archive profile.
        .systemLibrary(name: "CZlib", path: "Sources/System/CZlib"),

        // Exchanges two paths at once (renameat2).
        .systemLibrary(name: "CLinux", path: "Sources/System/CLinux"),

        // Finds delimiters and line ends 64 bytes at a time, with instructions that Swift has no words for.
        .systemLibrary(name: "CByteMarks", path: "Sources/System/CByteMarks"),

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
        module("DocumentModel", in: "Models/DocumentModel", uses: ["Vocabulary", "Diagnostics"]),

        // The stages, in their order.
        module(
            "Ingest",
            in: "Ingest",
            uses: [
                "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "DatasetModel",
                "CByteMarks",
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
                "StatisticsModel", "ThemeModel", "DocumentModel", "CCommonMark",
            ]
        ),
        module("Charts", in: "Render/Charts", uses: ["Vocabulary", "ThemeModel", "DocumentModel"]),
        module(
            "RenderPDF",
            in: "Render/RenderPDF",
            uses: [
                "Diagnostics", "Vocabulary", "ThemeModel", "DocumentModel", "Charts", "CairoKit",
                "CZlib",
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
            uses: ["Vocabulary", "StatisticsModel"]
        ),
        module("Archive", in: "Archive", uses: ["Diagnostics", "SettingsKit", "COpenSSL"]),

        // Effects: C handles, the file system, the clock, the command line.
        module("CairoKit", in: "System/CairoKit", uses: ["CCairoPango", "ThemeModel"]),
        module(
            "Pipeline",
            in: "Pipeline",
            uses: [
                "Diagnostics", "Vocabulary", "SettingsKit", "PeriodModel", "DatasetModel",
                "StatisticsModel", "ThemeModel", "DocumentModel", "Ingest", "Compute", "Compose",
                "Charts", "RenderPDF", "RenderHTML", "RenderData", "Archive", "CairoKit", "CLinux",
            ]
        ),
        .executableTarget(
            name: "baocao",
            dependencies: [
                "Pipeline", "Diagnostics",
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
            ]
        ),
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
                "DatasetModel", "StatisticsModel", "ThemeModel", "DocumentModel", "Compute",
            ]
        ),
        tests("ChartsTests", of: ["Charts", "Vocabulary", "ThemeModel", "DocumentModel"]),
        tests("CairoKitTests", of: ["CairoKit", "ThemeModel"]),
        tests(
            "RenderPDFTests",
            of: [
                "RenderPDF", "Diagnostics", "Vocabulary", "ThemeModel", "DocumentModel", "Charts",
                "CairoKit", "CCairoPango",
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
        tests("ArchiveTests", of: ["Archive", "Diagnostics", "SettingsKit"]),
        tests(
            "PipelineTests",
            of: [
                "Pipeline", "Diagnostics", "Vocabulary", "PeriodModel", "DatasetModel",
                "StatisticsModel", "ThemeModel", "DocumentModel", "Archive",
            ]
        ),
        tests("ArchitectureTests", of: []),
    ]
)
