/// An attribute; its name is fixed in code, its value is escaped when it is written.
struct Attribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func style(_ name: String) -> Attribute { Attribute("class", name) }
    static func labelled(by ids: String) -> Attribute { Attribute("aria-labelledby", ids) }
    static func link(to anchor: String) -> Attribute { Attribute("href", "#" + anchor) }
}
