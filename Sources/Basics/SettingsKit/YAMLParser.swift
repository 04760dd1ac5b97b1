import CYaml

/// What libyaml tells about a file, one step at a time.
enum YAMLEvent {
    case documentStart
    case documentEnd
    case streamEnd
    case scalar(YAMLScalar)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    /// A feature that settings do not use.
    case refused(YAMLProblem)
}

/// Owner of libyaml's parser.
struct YAMLParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    /// `nil` when there is no memory.
    init?(_ bytes: [UInt8]) {
        parser = .allocate(capacity: 1)
        input = .allocate(capacity: bytes.count)
        _ = input.initialize(from: bytes)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            input.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event and the index of its first character.
    mutating func next() throws(YAMLFailure) -> (event: YAMLEvent, index: Int) {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
            defer { yaml_event_delete(&event) }
            if let read = Self.read(event) { return (read, Int(event.start_mark.index)) }
        }
    }

    private static func read(_ event: yaml_event_t) -> YAMLEvent? {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_STREAM_END_EVENT: .streamEnd
        case YAML_ALIAS_EVENT: .refused(.alias)
        case YAML_SEQUENCE_START_EVENT:
            refusal(event.data.sequence_start.anchor, event.data.sequence_start.tag)
                ?? .sequenceStart
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            refusal(event.data.mapping_start.anchor, event.data.mapping_start.tag)
                ?? .mappingStart
        case YAML_MAPPING_END_EVENT: .mappingEnd
        case YAML_SCALAR_EVENT:
            refusal(event.data.scalar.anchor, event.data.scalar.tag) ?? scalar(event)
        default: nil
        }
    }

    private static func refusal(
        _ anchor: UnsafeMutablePointer<UInt8>?,
        _ tag: UnsafeMutablePointer<UInt8>?
    ) -> YAMLEvent? {
        if anchor != nil { return .refused(.anchor) }
        return tag == nil ? nil : .refused(.tag)
    }

    private static func scalar(_ event: yaml_event_t) -> YAMLEvent {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        return .scalar(
            YAMLScalar(
                text: String(decoding: bytes, as: UTF8.self),
                isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE
            )
        )
    }

    private func failure() -> YAMLFailure {
        let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
        return parser.pointee.error == YAML_READER_ERROR
            ? .byte(Int(parser.pointee.problem_offset), words)
            : .character(Int(parser.pointee.problem_mark.index), words)
    }
}

/// Why libyaml went no further: where, and in its own words.
enum YAMLFailure: Error {
    case byte(Int, String)
    case character(Int, String)
}
