import Diagnostics
import JSONKit

/// What an edition says of itself (`edition.json`).
package struct EditionRecord: Sendable, Equatable {
    package static let path = "edition.json"

    package var period: String
    package var number: Int
    package var created: String
    /// Who archived it, with an address that is a URI, and why.
    package var user: String
    package var address: String
    package var message: String
    /// The program that made the products, as `build.json` has it.
    package var tool: String
    package var version: String
    /// How to get that program.
    package var source: String
    /// What was chosen for the build, by name.
    package var settings: [BuildRecord.Setting]
    /// Inputs: where they lie in the edition, and their path in `build.json`.
    package var inputs: [Input]
    /// Empty for the first edition.
    package var previousChain: String
    package var chain: String

    /// A file that was read.
    package struct Input: Sendable, Hashable {
        package var file: String
        package var path: String

        package init(file: String, path: String) {
            self.file = file
            self.path = path
        }
    }

    package init(
        period: String,
        number: Int,
        created: String,
        user: String,
        address: String,
        message: String,
        tool: String,
        version: String,
        source: String,
        settings: [BuildRecord.Setting],
        inputs: [Input],
        previousChain: String,
        chain: String
    ) {
        self.period = period
        self.number = number
        self.created = created
        self.user = user
        self.address = address
        self.message = message
        self.tool = tool
        self.version = version
        self.source = source
        self.settings = settings
        self.inputs = inputs
        self.previousChain = previousChain
        self.chain = chain
    }

    /// The record as `edition.json`.
    package var json: [UInt8] {
        let text = JSONText.object([
            ("period", .string(period)), ("edition", .integer(number)),
            ("created", .string(created)), ("user", .string(user)),
            ("address", .string(address)), ("message", .string(message)),
            ("tool", .string(tool)), ("version", .string(version)),
            ("source", .string(source)),
            ("settings", .object(settings.map { ($0.name, .string($0.value)) })),
            ("previous_chain", .string(previousChain)), ("chain", .string(chain)),
            ("chain_short", .string(Chain.short(chain))),
            (
                "inputs",
                .array(
                    inputs.map {
                        .object([("file", .string($0.file)), ("path", .string($0.path))])
                    }
                )
            ),
        ])
        return Array((text.written(indent: 2) + "\n").utf8)
    }

    /// Reads what `json` wrote; `nil` for anything else.
    package static func read(_ bytes: [UInt8]) -> EditionRecord? {
        guard let root = try? readJSON(bytes), let period = root[key: "period"]?.string,
            let number = root[key: "edition"]?.integer, let created = root[key: "created"]?.string,
            let user = root[key: "user"]?.string, let address = root[key: "address"]?.string,
            let message = root[key: "message"]?.string,
            let tool = root[key: "tool"]?.string, let version = root[key: "version"]?.string,
            let source = root[key: "source"]?.string,
            let settings = root[key: "settings"]?.object,
            let previous = root[key: "previous_chain"]?.string,
            let chain = root[key: "chain"]?.string,
            root[key: "chain_short"]?.string == Chain.short(chain),
            let inputs = root[key: "inputs"]?.array
        else { return nil }
        return EditionRecord(
            period: period,
            number: number,
            created: created,
            user: user,
            address: address,
            message: message,
            tool: tool,
            version: version,
            source: source,
            settings: settings.map {
                BuildRecord.Setting(name: $0.key, value: $0.value.string ?? "")
            },
            inputs: inputs.compactMap { input in
                guard let file = input[key: "file"]?.string, let path = input[key: "path"]?.string
                else { return nil }
                return Input(file: file, path: path)
            },
            previousChain: previous,
            chain: chain
        )
    }
}

extension EditionRecord {
    /// A record as it stands in its file, with the chain's value that it tells.
    package struct Bytes: Sendable {
        package var bytes: [UInt8]
        package var chain: String

        package init(_ bytes: [UInt8], chain: String) {
            self.bytes = bytes
            self.chain = chain
        }

        /// What the chain's value covers: every byte but the two lines that tell it.
        var withoutChain: [UInt8] {
            let own = [
                "  \"chain\": \"\(chain)\",", "  \"chain_short\": \"\(Chain.short(chain))\",",
            ].map { Array($0.utf8) }
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return Array(
                lines.filter { line in !own.contains { line.elementsEqual($0) } }
                    .joined(separator: [UInt8(ascii: "\n")])
            )
        }
    }
}
