import CJansson

/// Why a text is no JSON.
package struct JSONFault: Error, Sendable, Hashable {
    /// From 1.
    package var line: Int
    package var column: Int
    /// In the library's words, English.
    package var reason: String
}

/// Reads one JSON text (RFC 8259) and refuses keys that stand twice, bytes after the end and broken UTF-8.
package func readJSON(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var fault = json_error_t()
    let root = bytes.withUnsafeBytes { buffer in
        json_loadb(
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
            buffer.count,
            Int(JSON_REJECT_DUPLICATES),
            &fault
        )
    }
    guard let root else {
        let reason = withUnsafeBytes(of: fault.text) { text in
            String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
        }
        throw JSONFault(
            line: max(1, Int(fault.line)),
            column: max(1, Int(fault.column)),
            reason: reason
        )
    }
    defer { json_decref(root) }
    return value(of: root)
}

// The library refuses texts that are nested deeper than 2048 levels.
private func value(of node: UnsafeMutablePointer<json_t>) -> JSONValue {
    switch node.pointee.type {
    case JSON_OBJECT:
        var members: [JSONValue.Member] = []
        members.reserveCapacity(json_object_size(node))
        var iterator = json_object_iter(node)
        while let current = iterator {
            if let key = json_object_iter_key(current), let child = json_object_iter_value(current)
            {
                members.append(JSONValue.Member(key: String(cString: key), value: value(of: child)))
            }
            iterator = json_object_iter_next(node, current)
        }
        return .object(members)
    case JSON_ARRAY:
        return .array(
            (0..<json_array_size(node)).map { index in
                json_array_get(node, index).map(value(of:)) ?? .null
            }
        )
    case JSON_STRING:
        let bytes = UnsafeRawBufferPointer(
            start: json_string_value(node),
            count: json_string_length(node)
        )
        return .string(String(decoding: bytes, as: UTF8.self))
    case JSON_INTEGER: return .integer(Int(json_integer_value(node)))
    case JSON_REAL: return .real(json_real_value(node))
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    default: return .null
    }
}
